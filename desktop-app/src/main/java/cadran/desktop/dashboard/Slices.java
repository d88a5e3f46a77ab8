package cadran.desktop.dashboard;

import cadran.desktop.dashboard.Overview.Tally;
import cadran.desktop.dashboard.Slice.Part;
import cadran.desktop.dashboard.Slice.Target;
import cadran.desktop.i18n.Texts;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lines of the charts that count numbers. */
final class Slices {
    /** Of customers there are thousands. */
    static final int MOST = 10;

    private static final String PLAIN = "dash-plain";

    private final Texts texts;
    private final Overview overview;

    Slices(Texts texts, Overview overview) {
        this.texts = texts;
        this.overview = overview;
    }

    static Target numbers(Function<Lines, String> line) {
        return new Target(Did.TYPE.collection(), line);
    }

    List<Slice> stands() {
        return Arrays.stream(Stand.values())
                .filter(stand -> overview.of(stand) > 0)
                .map(stand -> {
                    long count = overview.of(stand);
                    var parts = List.of(new Part(stand.role(), count));
                    return slice(stand.name(), texts.get(stand.wordKey()), count, parts, numbers(stand::line));
                })
                .toList();
    }

    List<Slice> regions() {
        return tallies(overview.regions(), "regionId", "home.no-region");
    }

    List<Slice> carriers() {
        return tallies(overview.carriers(), "carrierId", "home.nameless");
    }

    List<Slice> customers() {
        return tallies(overview.customers(), "customerId", "home.no-customer");
    }

    /** The biggest, then all the others, then those without. */
    private List<Slice> tallies(List<Tally> all, String field, String noneKey) {
        var sorted = all.stream()
                .filter(tally -> tally.id().isPresent())
                .sorted(Comparator.comparingLong(Tally::total)
                        .reversed()
                        .thenComparing(tally -> name(tally.id(), noneKey)))
                .toList();
        var shown = shown(sorted);
        var slices = new ArrayList<Slice>();
        shown.forEach(tally -> slices.add(slice(
                tally.id().toString(),
                name(tally.id(), noneKey),
                tally.stands(),
                lines -> lines.of(field, tally.id()) + " " + lines.live())));
        var rest = sorted.subList(shown.size(), sorted.size());
        if (!rest.isEmpty()) {
            var ids = shown.stream().flatMap(tally -> tally.id().stream()).toList();
            slices.add(slice(
                    "others",
                    texts.count("home.others", rest.size()),
                    together(rest),
                    lines -> lines.others(field, ids) + " " + lines.live()));
        }
        all.stream()
                .filter(tally -> tally.id().isEmpty())
                .forEach(tally -> slices.add(slice(
                        "none",
                        texts.get(noneKey),
                        tally.stands(),
                        lines -> lines.of(field, tally.id()) + " " + lines.live())));
        return slices;
    }

    /** One that would be all the others by itself is shown by its name. */
    static <T> List<T> shown(List<T> sorted) {
        return sorted.size() <= MOST + 1 ? sorted : sorted.subList(0, MOST);
    }

    private static Map<Stand, Long> together(List<Tally> tallies) {
        return tallies.stream()
                .flatMap(tally -> tally.stands().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
    }

    private Slice slice(String id, String name, Map<Stand, Long> stands, Function<Lines, String> line) {
        var parts = new ArrayList<Part>();
        var words = new ArrayList<String>();
        for (var stand : List.of(Stand.IN_USE, Stand.ASSIGNED, Stand.RESTING, Stand.FREE, Stand.ORDERED)) {
            long count = stands.getOrDefault(stand, 0L);
            if (count > 0) {
                parts.add(new Part(stand.role(), count));
                words.add(texts.get(
                        "detail.line",
                        "name",
                        texts.get(stand.wordKey()),
                        "value",
                        texts.formats().number(count)));
            }
        }
        long total = stands.values().stream().mapToLong(Long::longValue).sum();
        var told = told(name, total) + " (" + String.join(", ", words) + ")";
        return new Slice(id, name, texts.formats().number(total), told, parts, total, numbers(line));
    }

    private Slice slice(String id, String name, long count, List<Part> parts, Target target) {
        return new Slice(id, name, texts.formats().number(count), told(name, count), parts, count, target);
    }

    private String told(String name, long count) {
        return texts.get("detail.line", "name", name, "value", texts.count("entity.did.count", count));
    }

    /** Each day of this week. */
    List<Slice> rests() {
        var monday = OverviewReader.monday(overview.today());
        var slices = new ArrayList<Slice>();
        for (int i = 0; i < 7; i++) {
            var day = monday.plusDays(i);
            long count = overview.restsEnding().getOrDefault(day, 0L);
            slices.add(slice(
                    day.toString(),
                    named(day),
                    count,
                    List.of(new Part(Stand.RESTING.role(), count)),
                    numbers(lines -> lines.restEnds(day))));
        }
        return slices;
    }

    private String named(LocalDate day) {
        if (day.equals(overview.today())) {
            return texts.get("home.today", "day", day.getDayOfMonth());
        }
        var word = day.getDayOfWeek()
                .getDisplayName(TextStyle.FULL, texts.language().locale());
        return Character.toUpperCase(word.charAt(0)) + word.substring(1) + " " + day.getDayOfMonth();
    }

    long restsThisWeek() {
        return overview.restsEnding().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** What is below its level, what lacks most first. */
    List<Slice> lowStock() {
        return overview.levels().stream()
                .filter(level -> level.missing() > 0)
                .sorted(Comparator.comparingLong(Overview.Level::missing).reversed())
                .map(this::level)
                .toList();
    }

    private Slice level(Overview.Level level) {
        var name = name(Optional.of(level.type()), "home.nameless")
                + level.region()
                        .map(id -> " · " + name(Optional.of(id), "home.nameless"))
                        .orElse("");
        var shown = texts.get("home.low.missing", "missing", level.missing());
        var figures = texts.get(
                "home.low.told", "free", level.free(), "minimum", level.minimum(), "missing", level.missing());
        var parts = List.of(new Part(Stand.FREE.role(), level.free()), new Part("dash-missing", level.missing()));
        var told = texts.get("detail.line", "name", name, "value", figures);
        Function<Lines, String> line = lines -> lines.free() + " " + lines.of("typeId", Optional.of(level.type()))
                + level.region()
                        .map(id -> " " + lines.of("regionId", Optional.of(id)))
                        .orElse("");
        return new Slice(level.id().toString(), name, shown, told, parts, level.free(), numbers(line));
    }

    /** The campaigns that work with most numbers today. */
    List<Slice> campaigns() {
        var sorted = overview.running().entrySet().stream()
                .sorted(Map.Entry.<UUID, Long>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> name(Optional.of(entry.getKey()), "home.nameless")))
                .toList();
        var shown = shown(sorted);
        var slices = new ArrayList<Slice>();
        for (var entry : shown) {
            slices.add(assignments(
                    entry.getKey().toString(),
                    name(Optional.of(entry.getKey()), "home.nameless"),
                    entry.getValue(),
                    lines -> lines.runningFor(entry.getKey())));
        }
        var rest = sorted.subList(shown.size(), sorted.size());
        if (!rest.isEmpty()) {
            var ids = shown.stream().map(Map.Entry::getKey).toList();
            slices.add(assignments(
                    "others",
                    texts.count("home.others", rest.size()),
                    rest.stream().mapToLong(Map.Entry::getValue).sum(),
                    lines -> lines.runningForOthers(ids)));
        }
        return slices;
    }

    private Slice assignments(String id, String name, long count, Function<Lines, String> line) {
        var told = texts.get("detail.line", "name", name, "value", texts.count("entity.assignment.count", count));
        return new Slice(
                id,
                name,
                texts.formats().number(count),
                told,
                List.of(new Part(PLAIN, count)),
                count,
                new Target(Assignment.TYPE.collection(), line));
    }

    String name(Optional<UUID> id, String noneKey) {
        return id.map(known -> overview.names().getOrDefault(known, texts.get("home.nameless")))
                .orElseGet(() -> texts.get(noneKey));
    }
}
