package cadran.desktop.organisation;

import cadran.desktop.ui.RowSource;
import cadran.model.audit.AuditLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log from its newest entry back to its first, read from the server a page at a time.
 *
 * @param total how long it was when the screen was opened, so that new entries don't push others under the eye
 */
record AuditSource(ServerDesk api, long total) implements RowSource<AuditLine> {
    /** Waits for the server. */
    static AuditSource open(ServerDesk api) {
        return new AuditSource(api, ServerAnswer.of(api.admin().audit(null, 1)).total());
    }

    @Override
    public int count() {
        return Math.toIntExact(total);
    }

    @Override
    public List<AuditLine> page(int from, int most, @Nullable Sort sort) {
        long before = total - from + 1;
        return before <= 1 ? List.of() : ServerAnswer.of(api.admin().audit(before, most)).items();
    }
}
