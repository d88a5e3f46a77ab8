package cadran.desktop.usage;

import cadran.desktop.edit.Workspace;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.model.usage.OrganisationRule;
import cadran.model.usage.RuleBook;
import cadran.model.usage.UseRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All rules in their order: the organisation's additions first, then the shipped ones or what stands in for them. */
final class RuleLines {
    private final Workspace workspace;

    RuleLines(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Blocks for the disk. */
    List<RuleLine> read() {
        var rows = new LinkedHashMap<UUID, GridRow>();
        workspace
                .rows()
                .list(Query.of(OrganisationRule.TYPE))
                .forEach(row -> rows.put(row.row().id(), row));
        var book = RuleBook.of(rows.values().stream()
                .map(row -> OrganisationRule.TYPE.read(row.row()))
                .toList());
        var lines = new ArrayList<RuleLine>();
        for (var rule : book.own()) {
            if (book.replacedBy(rule).isEmpty()) {
                lines.add(line(Objects.requireNonNull(rows.get(rule.id())), rule, null, false));
            }
        }
        for (var shipped : book.shipped()) {
            lines.add(book.replacementOf(shipped)
                    .map(rule ->
                            line(Objects.requireNonNull(rows.get(rule.id())), rule, shipped, book.isOutdated(rule)))
                    .orElseGet(() -> new RuleLine(shipped, null, shipped, false, null)));
        }
        return lines;
    }

    private RuleLine line(GridRow row, OrganisationRule rule, @Nullable UseRule shipped, boolean outdated) {
        var last = workspace.history().of(rule.id()).stream().findFirst().orElse(null);
        return new RuleLine(rule.rule(), row, shipped, outdated, last);
    }
}
