package cadran.desktop.tables;

import cadran.desktop.edit.Op;
import cadran.desktop.edit.Trial;
import cadran.desktop.edit.Tried;
import cadran.model.problem.Problem;
import cadran.model.sync.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an edit of many rows would do, as a person reads it.
 *
 * @param accepted the edit of what would change
 * @param lines one for each row, those that can't be first
 * @param names of the rows that changed references point to
 * @param left cells of each pasted line that had no column to go to
 */
record Preview(Op accepted, List<Line> lines, Map<UUID, String> names, int left) {
    enum Kind {
        REFUSED,
        CHANGES,
        UNCHANGED
    }

    /** @param what the row is called */
    record Line(String what, Kind kind, @Nullable Problem problem, Map<String, Change> changes) {
        static Line refused(String what, Problem why) {
            return new Line(what, Kind.REFUSED, why, Map.of());
        }

        static Line asWanted(String what) {
            return new Line(what, Kind.UNCHANGED, null, Map.of());
        }

        private static Line of(Tried tried, Teller teller) {
            var told = teller.of(tried);
            if (told == null) {
                return of(tried);
            }
            return tried.problem() != null
                    ? refused(told.what(), tried.problem())
                    : new Line(told.what(), tried.changes() ? Kind.CHANGES : Kind.UNCHANGED, null, told.changes());
        }

        private static Line of(Tried tried) {
            var before = tried.before();
            var after = tried.after();
            var what = before == null ? "" : FieldText.number(before.label());
            if (tried.problem() != null) {
                return refused(what, tried.problem());
            }
            var changes = new LinkedHashMap<String, Change>();
            if (before != null && after != null) {
                before.type().fields().stream()
                        .map(field -> field.name())
                        .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                        .forEach(field -> changes.put(field, new Change(before.get(field), after.get(field))));
            }
            return new Line(what, tried.changes() ? Kind.CHANGES : Kind.UNCHANGED, null, changes);
        }
    }

    /**
     * @param unread lines that never came to be decided
     * @param teller tells of rows that are not the table's: then one of the table may have several, and has one line all the same
     */
    static List<Line> lines(Trial trial, List<Line> unread, @Nullable Teller teller) {
        var lines = new ArrayList<>(unread);
        if (teller == null) {
            trial.rows().forEach(tried -> lines.add(Line.of(tried)));
        } else {
            trial.rows().stream()
                    .map(tried -> Line.of(tried, teller))
                    .collect(Collectors.groupingBy(Line::what, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .forEach(ofOne -> lines.addAll(joined(ofOne)));
        }
        lines.sort(Comparator.comparing(Line::kind));
        return lines;
    }

    /** What can't be stays apart from what is done. */
    private static List<Line> joined(List<Line> ofOne) {
        var joined = new ArrayList<>(
                ofOne.stream().filter(line -> line.kind() == Kind.REFUSED).toList());
        var changes = new LinkedHashMap<String, Change>();
        ofOne.forEach(line -> changes.putAll(line.changes()));
        var what = ofOne.getFirst().what();
        if (ofOne.stream().anyMatch(line -> line.kind() == Kind.CHANGES)) {
            joined.add(new Line(what, Kind.CHANGES, null, changes));
        } else if (joined.isEmpty()) {
            joined.add(Line.asWanted(what));
        }
        return joined;
    }

    long count(Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).count();
    }

    boolean isPossible() {
        return count(Kind.CHANGES) > 0;
    }
}
