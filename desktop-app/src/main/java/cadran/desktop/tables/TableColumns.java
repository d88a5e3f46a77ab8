package cadran.desktop.tables;

import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Choice;
import cadran.desktop.ui.ChoiceSource;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.GridColumn;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.MergeClass;
import java.util.List;

/** The columns of a table's grid, edited in place where the field and the user's rights allow. */
public final class TableColumns {
    private static final double PER_CHARACTER = 3.2;
    /** Codes, prefixes, a SIRET. */
    private static final int SHORT = 20;

    private static final double LEAST_WORDS = 110;

    private final Desk desk;
    private final TableController controller;
    private final EntityType<?> type;

    public TableColumns(Desk desk, TableController controller, EntityType<?> type) {
        this.desk = desk;
        this.controller = controller;
        this.type = type;
    }

    public List<GridColumn<GridRow>> all() {
        return type.fields().stream().map(this::of).toList();
    }

    public GridColumn<GridRow> of(Field field) {
        var texts = desk.texts();
        var column = GridColumn.<GridRow>of(
                        field.name(), FieldText.nameKey(field), row -> FieldText.shown(texts, row, field))
                .width(width(field))
                .flexible(least(field))
                .sortable();
        if (field.kind() == FieldKind.DECIMAL) {
            column.number();
        }
        boolean fixed = field.merge() == MergeClass.IDENTITY || field.merge() == MergeClass.MACHINE;
        if (fixed || !controller.mayWrite(field)) {
            return column;
        }
        GridColumn.Commit<GridRow> commit = (row, entered) -> controller.commit(row, field, entered);
        return switch (field.kind()) {
            case TEXT, WORDS, DATE, DECIMAL -> column.editable(row -> FieldText.typed(texts, row, field), commit);
            case REFERENCE ->
                column.choosable(
                        row -> controller.choices(
                                field,
                                () -> field.within() == null ? null : row.row().reference(field.within())),
                        commit);
            case CODE -> column.choosable(codes(field), commit);
            case CODES -> column;
            case FLAG -> column.choosable(flags(), commit);
        };
    }

    // Looked up when asked, so that the words follow the language.
    private ChoiceSource codes(Field field) {
        return (typed, most) -> ChoiceSource.of(field.codes().stream()
                        .map(code -> new Choice(code, desk.texts().get(FieldText.codeKey(type, field, code))))
                        .toList())
                .find(typed, most);
    }

    private ChoiceSource flags() {
        return (typed, most) -> ChoiceSource.of(List.of(
                        new Choice("true", desk.texts().get("value.yes")),
                        new Choice("false", desk.texts().get("value.no"))))
                .find(typed, most);
    }

    /** Only words give way; figures and codes are of no use when they are cut. */
    private static double least(Field field) {
        boolean gives = switch (field.kind()) {
            case REFERENCE, WORDS, CODES -> true;
            case TEXT -> field.max() > SHORT;
            default -> false;
        };
        return gives ? LEAST_WORDS : width(field);
    }

    private static double width(Field field) {
        if (FieldText.isNumber(field)) {
            return 150;
        }
        return switch (field.kind()) {
            case TEXT -> field.max() <= SHORT ? 142 : Math.clamp(field.max() * PER_CHARACTER, 130, 280);
            case REFERENCE, WORDS, CODES -> 170;
            case CODE, DATE -> 130;
            case DECIMAL -> 110;
            case FLAG -> 80;
        };
    }
}
