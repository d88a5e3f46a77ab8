package cadran.desktop.query;

import cadran.model.catalog.MemberName;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.NumberSpan;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Which numbers are meant by the words that people have for more than one field of them. */
public final class Numbers {
    private static final String STATUS = "status";

    private Numbers() {}

    public static Filter in(DidStatus... statuses) {
        return new Filter.In(STATUS, Arrays.stream(statuses).map(Enum::name).toList());
    }

    /** Ours, or to be. */
    public static Filter notTerminated() {
        return new Filter.Not(in(DidStatus.TERMINATED));
    }

    /** Kept back for a while after somebody had it. */
    public static Filter resting(LocalDate today) {
        return new Filter.Between("restsUntil", today, null);
    }

    /** Kept for a member of the organisation; of a number that somebody has by now it means nothing any more. */
    public static Filter reserved(LocalDate today) {
        return new Filter.All(List.of(new Filter.Between("reservedUntil", today, null), in(DidStatus.AVAILABLE)));
    }

    /** Kept for a member who has left. */
    public static Filter reservedForNobodyHere(LocalDate today) {
        return new Filter.All(List.of(
                reserved(today), new Filter.Whose(MemberName.TYPE, "reservedForId", new Filter.Is("active", false))));
    }

    /** To be given to somebody now. */
    public static Filter free(LocalDate today) {
        return new Filter.All(
                List.of(in(DidStatus.AVAILABLE), new Filter.Not(resting(today)), new Filter.Not(reserved(today))));
    }

    /**
     * Ours for longer than so many days, available or assigned, and in all that time without work: no assignment is running or
     * planned, and none has ended since.
     */
    public static Filter unused(LocalDate today, int days) {
        var since = today.minusDays(days);
        return new Filter.All(List.of(
                in(DidStatus.AVAILABLE, DidStatus.ASSIGNED),
                new Filter.Not(new Filter.Between("acquiredOn", since, null)),
                new Filter.Not(new Filter.Having(Assignment.TYPE, "didId", notOverBefore(since)))));
    }

    /** Assignments that run on that day. */
    public static Filter running(LocalDate day) {
        return new Filter.All(List.of(new Filter.Between("startsOn", null, day), notOverBefore(day)));
    }

    private static Filter notOverBefore(LocalDate day) {
        return new Filter.Any(List.of(new Filter.Is("endsOn", null), new Filter.Between("endsOn", day, null)));
    }

    /** Those in any of these spans. */
    public static Filter within(List<NumberSpan> spans) {
        var bounds = new TreeMap<Integer, StringBuilder>();
        NumberSpan.merged(spans)
                .forEach(span -> bounds.computeIfAbsent(span.length(), length -> new StringBuilder())
                        .append(span.first())
                        .append(span.last()));
        return Filter.any(bounds.entrySet().stream()
                .<Filter>map(each ->
                        new Filter.Spans("e164", each.getKey(), each.getValue().toString()))
                .toList());
    }

    public static Query all(Filter... filters) {
        return Query.unordered(Did.TYPE).where(List.of(filters));
    }
}
