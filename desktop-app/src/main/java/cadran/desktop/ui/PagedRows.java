package cadran.desktop.ui;

import cadran.desktop.platform.Background;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * A list as long as the source that holds only the pages last looked at. A row not yet here is null and arrives later as
 * a change. Everything happens on the UI thread, except the source's own work.
 */
public final class PagedRows<R> extends ObservableListBase<@Nullable R> {
    public static final int PAGE = 50;
    /** Twice what a tall screen shows of the densest rows. */
    static final int KEPT_PAGES = 8;

    private static final int WANTED_PAGES = 6;

    private final Background background;
    private final String label;
    private final RowSource<R> source;
    private final RowSource.@Nullable Sort sort;
    private final Map<Integer, List<R>> pages = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<Integer> wanted = new ArrayDeque<>();
    private int size;
    private Headings headings;
    /** Counts how often everything was read anew: what was asked for before belongs to other lines. */
    private int generation;

    private int era;
    private Follower follower = Follower.NOBODY;
    private boolean loading;
    private boolean reloading;
    private @Nullable Runnable again;

    /** Who stays with rows wherever they go. */
    interface Follower {
        Follower NOBODY = new Follower() {
            @Override
            public List<Integer> places() {
                return List.of();
            }

            @Override
            public void around(Runnable telling, Moves moves) {
                telling.run();
            }
        };

        /** Where they are now. */
        List<Integer> places();

        /** @param telling tells listeners of changed rows; what they make of it may be set right behind it */
        void around(Runnable telling, Moves moves);
    }

    private PagedRows(
            Background background, String label, RowSource<R> source, RowSource.@Nullable Sort sort, Loaded<R> first) {
        this.background = background;
        this.label = label;
        this.source = source;
        this.sort = sort;
        size = first.count;
        headings = first.headings;
        era = first.era;
        pages.put(0, first.rows);
    }

    /** The count and the first page: read in one go, so that the first picture already has rows. */
    record Loaded<R>(int era, int count, Headings headings, List<R> rows, Moves moves) {
        /** @param followed rows of the list that was here before; null where nobody asks where they are */
        static <R> Loaded<R> read(RowSource<R> source, RowSource.@Nullable Sort sort, @Nullable Followed<R> followed)
                throws Exception {
            int era = source.era();
            var keys = followed == null ? Map.<Integer, Long>of() : followed.keys();
            int count = source.count();
            var headings = source.headings();
            var rows = source.page(0, PAGE, sort);
            var moves = followed == null
                    ? Moves.NONE
                    : followed.in(keys, source, sort, headings, byLine(Map.of(0, rows), headings, count));
            return new Loaded<>(era, count, headings, rows, moves);
        }
    }

    /** For whoever looks for these rows in another list. */
    Followed<R> followed(List<Integer> wanted) {
        return new Followed<>(source, sort, era, headings, inMemory(), wanted);
    }

    static <R> PagedRows<R> of(
            Background background, String label, RowSource<R> source, RowSource.@Nullable Sort sort, Loaded<R> first) {
        return new PagedRows<>(background, label, source, sort, first);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable R get(int index) {
        Objects.checkIndex(index, size);
        if (headings.isAt(index)) {
            return null;
        }
        var page = pages.get(index / PAGE);
        if (page == null) {
            want(index / PAGE);
            return null;
        }
        int at = headings.rowsBefore(index) - headings.rowsBefore(index / PAGE * PAGE);
        return at < page.size() ? page.get(at) : null;
    }

    Headings headings() {
        return headings;
    }

    /** Headings aside, and with those under folded ones. */
    int rowCount() {
        return headings.isEmpty() ? size : headings.rows();
    }

    /** Unfolds a heading or folds it. */
    void turn(Heading heading, Runnable done) {
        source.turn(heading);
        reload(done);
    }

    void turnAll(boolean open, Runnable done) {
        source.turnAll(open);
        reload(done);
    }

    /** As an object, not as a list: comparing contents would read every row. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** How many rows are in memory. */
    public int loadedRows() {
        return pages.values().stream().mapToInt(List::size).sum();
    }

    /** Puts a changed row in the place of its former self, if that is in memory. */
    void replace(R row, BiPredicate<R, R> same) {
        for (var page : List.copyOf(pages.entrySet())) {
            var rows = page.getValue();
            for (int i = 0; i < rows.size(); i++) {
                if (same.test(rows.get(i), row)) {
                    var changed = new ArrayList<>(rows);
                    changed.set(i, row);
                    page.setValue(List.copyOf(changed));
                    int place = places(headings, size, page.getKey()).get(i);
                    announce(place, place + 1);
                }
            }
        }
    }

    /** Of a page's rows, in the list. */
    private static List<Integer> places(Headings headings, int size, int number) {
        return IntStream.range(number * PAGE, Math.min(size, (number + 1) * PAGE))
                .filter(place -> !headings.isAt(place))
                .boxed()
                .toList();
    }

    /** Reads again how many there are, and the pages in memory; what is shown stays until the new rows are here. */
    void reload(Runnable done) {
        // One after the other: where rows went is told from where they were.
        if (reloading) {
            again = done;
            return;
        }
        reloading = true;
        var numbers = List.copyOf(pages.keySet());
        var followed = followed(follower.places());
        background.run(
                label,
                progress -> {
                    var fresh = new LinkedHashMap<Integer, List<R>>();
                    int now = source.era();
                    var keys = followed.keys();
                    int count = source.count();
                    var over = source.headings();
                    for (int number : numbers) {
                        if (number * PAGE < count) {
                            fresh.put(number, source.page(number * PAGE, PAGE, sort));
                        }
                    }
                    var moves = followed.in(keys, source, sort, over, byLine(fresh, over, count));
                    return new Fresh<>(now, count, over, fresh, moves);
                },
                fresh -> {
                    follower.around(() -> takeNow(fresh), fresh.moves.with(keysInMemory()));
                    done.run();
                    reloadAgain();
                },
                () -> reloading = false);
    }

    private Map<Integer, Long> keysInMemory() {
        var keys = new HashMap<Integer, Long>();
        inMemory().forEach((place, row) -> keys.put(place, source.key(row)));
        return keys;
    }

    private void reloadAgain() {
        var next = again;
        again = null;
        if (next != null) {
            reload(next);
        }
    }

    private record Fresh<R>(int era, int count, Headings headings, Map<Integer, List<R>> pages, Moves moves) {}

    void follow(Follower newFollower) {
        follower = newFollower;
    }

    private void takeNow(Fresh<R> fresh) {
        int before = size;
        beginChange();
        pages.clear();
        pages.putAll(fresh.pages);
        size = fresh.count;
        headings = fresh.headings;
        era = fresh.era;
        generation++;
        if (size > before) {
            nextAdd(before, size);
        } else if (size < before) {
            nextRemove(size, Collections.nCopies(before - size, null));
        }
        for (int number : fresh.pages.keySet()) {
            int end = Math.min(Math.min(size, before), (number + 1) * PAGE);
            for (int i = number * PAGE; i < end; i++) {
                nextUpdate(i);
            }
        }
        endChange();
    }

    /** The rows in memory by their places; asks for nothing. */
    public Map<Integer, R> inMemory() {
        return byLine(pages, headings, size);
    }

    private static <R> Map<Integer, R> byLine(Map<Integer, List<R>> pages, Headings headings, int size) {
        var rows = new HashMap<Integer, R>();
        pages.forEach((number, page) -> {
            var places = places(headings, size, number);
            for (int i = 0; i < Math.min(page.size(), places.size()); i++) {
                rows.put(places.get(i), page.get(i));
            }
        });
        return rows;
    }

    private void want(int number) {
        wanted.remove(number);
        wanted.push(number);
        if (wanted.size() > WANTED_PAGES) {
            wanted.removeLast();
        }
        loadNext();
    }

    /** One at a time, the newest wish first: after a long drag of the scroll bar only its end is worth reading. */
    private void loadNext() {
        if (loading || wanted.isEmpty()) {
            return;
        }
        loading = true;
        int number = wanted.pop();
        int asked = generation;
        background.run(
                label,
                progress -> source.page(number * PAGE, PAGE, sort),
                rows -> {
                    if (asked == generation) {
                        pages.put(number, rows);
                        forgetOldest();
                    }
                    // Where it was left out, whoever shows it asks again.
                    announce(number * PAGE, Math.min(size, (number + 1) * PAGE));
                },
                () -> {
                    loading = false;
                    loadNext();
                });
    }

    private void forgetOldest() {
        var oldest = pages.keySet().iterator();
        while (pages.size() > KEPT_PAGES) {
            oldest.next();
            oldest.remove();
        }
    }

    private void announce(int from, int to) {
        follower.around(
                () -> {
                    beginChange();
                    for (int i = from; i < to; i++) {
                        nextUpdate(i);
                    }
                    endChange();
                },
                Moves.NONE);
    }
}
