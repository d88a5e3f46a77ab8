package cadran.model.audit;

import java.util.List;

/**
 * A part of the audit log, the newest entry first.
 *
 * @param total how many entries the log has; they are numbered from 1 without gaps
 */
public record AuditPage(long total, List<AuditLine> items) {}
