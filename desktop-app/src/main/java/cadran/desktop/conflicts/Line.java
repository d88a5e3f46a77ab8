package cadran.desktop.conflicts;

import cadran.desktop.store.WaitingEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A line of the list: one edit, the edits of one bulk operation, or one of these when it is unfolded.
 *
 * @param edits more than one for a bulk operation
 * @param first how many edits of its kind there are, on the line that stands first among them; 0 on others
 * @param inside stands under its bulk operation
 * @param unfolded shows its edits below
 */
record Line(List<WaitingEdit> edits, long first, boolean inside, boolean unfolded) {
    WaitingEdit edit() {
        return edits.getFirst();
    }

    /** Stays the same when the list is read again. */
    UUID id() {
        var group = edit().group();
        return isBulk() && group != null ? group : edit().id();
    }

    Kind kind() {
        return Kind.of(edit().verdict());
    }

    boolean isBulk() {
        return edits.size() > 1;
    }

    List<UUID> ids() {
        return edits.stream().map(WaitingEdit::id).toList();
    }

    /**
     * By kind, newest first.
     *
     * @param newestFirst all that waits
     * @param unfolded bulk operations whose edits are shown
     */
    static List<Line> of(List<WaitingEdit> newestFirst, Set<UUID> unfolded) {
        var lines = new ArrayList<Line>();
        for (var kind : Kind.values()) {
            var edits = newestFirst.stream()
                    .filter(edit -> Kind.of(edit.verdict()) == kind)
                    .toList();
            var bundles = new LinkedHashMap<UUID, List<WaitingEdit>>();
            for (var edit : edits) {
                var group = edit.group();
                bundles.computeIfAbsent(group == null ? edit.id() : group, id -> new ArrayList<>())
                        .add(edit);
            }
            long first = edits.size();
            for (var bundle : bundles.entrySet()) {
                boolean open = bundle.getValue().size() > 1 && unfolded.contains(bundle.getKey());
                lines.add(new Line(List.copyOf(bundle.getValue()), first, false, open));
                first = 0;
                if (open) {
                    bundle.getValue().forEach(edit -> lines.add(new Line(List.of(edit), 0, true, false)));
                }
            }
        }
        return lines;
    }
}
