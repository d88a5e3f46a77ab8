package cadran.desktop.usage;

import cadran.desktop.edit.Workspace;
import cadran.desktop.store.GridRow;
import cadran.desktop.store.RowState;
import cadran.desktop.tables.AddRow;
import cadran.desktop.tables.DeleteRow;
import cadran.desktop.tables.EditRow;
import cadran.desktop.tables.RowForm;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Desk;
import cadran.model.sync.Field;
import cadran.model.sync.Row;
import cadran.model.usage.OrganisationRule;
import cadran.model.usage.Trust;
import cadran.model.usage.UseVerdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an administrator can do with rules. A shipped rule stays as it is: what they change is a copy in its place. */
final class RulesController {
    private static final List<String> NOT_ASKED = List.of("replaces", "active", "basis");

    private final Desk desk;
    private final Workspace workspace;
    private final TableController table;
    private final RuleWords words;

    RulesController(Desk desk, Workspace workspace, RuleWords words) {
        this.desk = desk;
        this.workspace = workspace;
        this.words = words;
        table = new TableController(desk, workspace, OrganisationRule.TYPE);
    }

    boolean mayWrite() {
        return table.mayWrite();
    }

    void add() {
        var empty = new OrganisationRule(
                workspace.ids().next(),
                null,
                null,
                null,
                null,
                null,
                UseVerdict.TO_BE_CHECKED,
                false,
                workspace.today(),
                null,
                "",
                null,
                Trust.PRIMARY,
                null,
                true,
                null);
        ask("entity.usage_rule.add", row(empty), null);
    }

    void edit(RuleLine line) {
        var own = line.own();
        if (own != null) {
            ask("entity.usage_rule.edit", own.row(), own.row());
        } else {
            ask(
                    "entity.usage_rule.edit",
                    row(OrganisationRule.copyOf(line.rule(), workspace.ids().next())),
                    null);
        }
    }

    private Row row(OrganisationRule rule) {
        return OrganisationRule.TYPE.row(rule, workspace.author().organisation());
    }

    /** @param there null where the rule is to become a row of the organisation */
    private void ask(String title, Row known, @Nullable Row there) {
        var shown = new GridRow(0, known, Map.of(), RowState.SETTLED);
        var form = new RowForm(desk, table, OrganisationRule.TYPE, shown, field -> !NOT_ASKED.contains(field.name()));
        table.ask(title, "action.save", form, close -> {
            var entered = form.values();
            if (there != null) {
                table.save(new EditRow(there, entered, named(known)), form::show, close);
            } else if (EditRow.changes(known, entered).isEmpty()) {
                close.run();
            } else {
                var values = values(known);
                values.putAll(entered);
                table.save(add(known.id(), values, known), form::show, close);
            }
        });
    }

    private AddRow add(UUID id, Map<String, @Nullable Object> values, Row known) {
        return new AddRow(OrganisationRule.TYPE, id, values, named(known));
    }

    private static Map<String, @Nullable Object> values(Row row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        OrganisationRule.TYPE.fields().stream().map(Field::name).forEach(name -> values.put(name, row.get(name)));
        return values;
    }

    private String named(Row row) {
        return words.named(OrganisationRule.TYPE.read(row).rule());
    }

    /** Nobody goes by the rule any more, or they do again. */
    void setAside(RuleLine line, boolean aside) {
        var own = line.own();
        if (own != null) {
            table.save(new EditRow(own.row(), Map.of("active", !aside), named(own.row())));
        } else {
            var copy = row(OrganisationRule.copyOf(line.rule(), workspace.ids().next()));
            var values = values(copy);
            values.put("active", !aside);
            table.save(add(copy.id(), values, copy));
        }
    }

    /** Somebody has seen what became of the shipped rule, and goes on by the organisation's. */
    void keep(RuleLine line) {
        var own = Objects.requireNonNull(line.own()).row();
        var now = OrganisationRule.fingerprint(Objects.requireNonNull(line.shipped()));
        table.save(new EditRow(own, Map.of("basis", now), named(own)));
    }

    /** The organisation's row goes; what it stood in for holds again. */
    void remove(RuleLine line) {
        var own = Objects.requireNonNull(line.own()).row();
        var told = line.shipped() == null ? "table.deleted" : "usage.restored";
        table.save(
                new DeleteRow(own, named(own)),
                table::tell,
                () -> desk.toasts().showWithUndo(desk.texts().get(told, "what", named(own)), table::undo));
    }
}
