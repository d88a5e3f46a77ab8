package cadran.model.audit;

import org.jspecify.annotations.Nullable;

/**
 * Whether the log is what was written.
 *
 * @param total how many entries were looked at
 * @param brokenAt number of the first entry that was changed or is missing; null if there is none
 */
public record AuditCheck(long total, @Nullable Long brokenAt) {}
