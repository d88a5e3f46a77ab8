package cadran.desktop.tables;

import cadran.desktop.bulk.BulkOp;
import cadran.desktop.platform.Progress;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.store.Rows;
import cadran.desktop.ui.Headings;
import cadran.desktop.ui.RowSource;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What was selected, to be read in the background. */
record SelectedRows(Shown shown, Places places) {
    private static final int AT_ONCE = 500;

    /**
     * What a grid showed at one moment.
     *
     * @param listed where its rows come from
     * @param sort in which order
     * @param headings which places have no row
     * @param keys of the rows in memory, by their places
     * @param size how many places there were
     */
    record Shown(
            Rows rows,
            ListedRows listed,
            RowSource.@Nullable Sort sort,
            Headings headings,
            Map<Integer, Long> keys,
            int size) {
        Query query() {
            return listed.ordered(sort);
        }

        SelectedRows at(Places places) {
            return new SelectedRows(this, places);
        }

        /** Rows in memory are the very ones that were seen, however the order of equal ones turns out this time. */
        private long keyAt(int place, long[] ordered) {
            var seen = keys.get(place);
            return seen == null ? ordered[place] : seen;
        }
    }

    /** Everything that is found, or places in the order. */
    sealed interface Places {
        record All() implements Places {}

        /** @param groups all that stands under these headings, folded or not; it comes first */
        record These(List<Object> groups, List<Integer> places) implements Places {
            public These {
                groups = List.copyOf(groups);
                places = List.copyOf(places);
            }

            static These rows(List<Integer> places) {
                return new These(List.of(), places);
            }
        }
    }

    /** Tells how far it is up to the middle of the work; the other half is what is done with the rows. */
    List<GridRow> read(Progress progress) {
        var keys = wanted();
        if (keys.length > BulkOp.MOST) {
            throw Problem.of("bulk.too_many").with("max", BulkOp.MOST).asException();
        }
        var read = new ArrayList<GridRow>(keys.length);
        for (int from = 0; from < keys.length; from += AT_ONCE) {
            progress.stopIfCancelled();
            read.addAll(shown.rows().page(shown.query().type(), keys, from, from + AT_ONCE));
            progress.report(from, 2L * keys.length);
        }
        if (places instanceof Places.These these && these.groups().isEmpty() && read.size() < keys.length) {
            throw changed();
        }
        return read;
    }

    private long[] wanted() {
        return switch (places) {
            case Places.All() -> shown.rows().keys(shown.query());
            case Places.These(var groups, var these) ->
                LongStream.concat(groups.stream().flatMapToLong(this::ofGroup), Arrays.stream(at(these)))
                        .distinct()
                        .toArray();
        };
    }

    private LongStream ofGroup(Object group) {
        return Arrays.stream(shown.rows().keys(shown.listed().ofGroup(group, shown.sort())));
    }

    private long[] at(List<Integer> these) {
        var within = these.stream().filter(place -> place < shown.size()).toList();
        // The order of a million rows takes a second: what is on the screen has its keys.
        return shown.keys().keySet().containsAll(within)
                ? within.stream()
                        .mapToLong(place -> Objects.requireNonNull(shown.keys().get(place)))
                        .toArray()
                : inOrder(within);
    }

    private long[] inOrder(List<Integer> within) {
        var ordered = shown.listed().keys(shown.sort());
        // A row that came or went above has moved the others: what was selected would be their neighbours.
        if (ordered.length != shown.size()) {
            throw changed();
        }
        var keys = within.stream()
                .mapToLong(place -> shown.keyAt(place, ordered))
                .distinct()
                .toArray();
        // A heading has come to where a row was.
        if (keys.length < within.size() || Arrays.stream(keys).anyMatch(key -> key == 0)) {
            throw changed();
        }
        return keys;
    }

    private static ProblemException changed() {
        return Problem.of("bulk.list_changed").asException();
    }
}
