package cadran.desktop.tables;

import cadran.desktop.bulk.BulkOp;
import cadran.desktop.bulk.Pasted;
import cadran.desktop.bulk.Tsv;
import cadran.desktop.edit.Op;
import cadran.desktop.platform.Progress;
import cadran.desktop.store.GridRow;
import cadran.desktop.ui.GridSelection;
import cadran.desktop.ui.Spelling;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.model.sync.EntityType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lays what was copied elsewhere over the rows of a grid. Reads in the background; changes nothing. */
final class PasteReader {
    private final EntityType<?> type;
    private final TableController table;
    private final CellText cells;
    private final String text;
    private final List<GridSelection.Column> columns;
    private final GridSelection.Picked picked;
    private final SelectedRows.Shown shown;

    /**
     * @param columns of the grid, as they are shown
     */
    PasteReader(
            TableController table,
            CellText cells,
            String text,
            List<GridSelection.Column> columns,
            GridSelection.Picked picked,
            SelectedRows.Shown shown) {
        this.table = table;
        this.type = table.type();
        this.cells = cells;
        this.text = text;
        this.columns = columns;
        this.picked = picked;
        this.shown = shown;
    }

    /**
     * @param unread lines with a value that can't be read, and lines that have no row
     * @param teller of what is put into no field of the rows, null where there is nothing of it
     * @param left cells of each line that have no column to go to, or one that takes nothing
     */
    record Read(Op op, List<Preview.Line> unread, @Nullable Teller teller, int left) {}

    Read read(Progress progress) {
        var copied = Tsv.read(text);
        if (copied.isEmpty()) {
            throw Problem.of("paste.nothing").asException();
        }
        boolean isOne = copied.size() == 1 && copied.getFirst().size() == 1;
        return isOne
                        && (picked.isWhole()
                                || picked.cells().values().stream()
                                                .mapToInt(each -> each.size())
                                                .sum()
                                        > 1)
                ? fill(copied.getFirst().getFirst(), progress)
                : lay(copied, progress);
    }

    /** One value into every selected cell; where all or a group is selected, into the column in focus. */
    private Read fill(String value, Progress progress) {
        var rows = shown.at(BulkActions.places(picked)).read(progress);
        var into = new Into();
        for (int i = 0; i < rows.size(); i++) {
            progress.stopIfCancelled();
            var given = new LinkedHashMap<String, String>();
            for (var column : columns) {
                boolean isMeant = picked.isWhole()
                        ? column.id().equals(picked.focusedColumn())
                        : picked.has(picked.rows().get(i), column.id());
                if (isMeant && canTake(column.id())) {
                    given.put(column.id(), value);
                }
            }
            into.read(rows.get(i), given);
        }
        return into.done(0);
    }

    private Read lay(List<List<String>> copied, Progress progress) {
        var headings = columns.stream()
                .map(column -> new Pasted.Heading(column.id(), column.title()))
                .toList();
        var pasted = Pasted.over(copied, headings, firstColumn(), Spelling::plain);
        var rows = under(pasted.lines().size(), progress);
        var into = new Into();
        for (int line = 0; line < pasted.lines().size(); line++) {
            progress.stopIfCancelled();
            if (line < rows.size()) {
                into.read(rows.get(line), given(pasted, line));
            } else {
                into.noRowFor(pasted.lines().get(line).getFirst());
            }
        }
        int untaken = Math.toIntExact(
                pasted.columns().stream().filter(column -> !canTake(column)).count());
        return into.done(pasted.left() + untaken);
    }

    /** The rows from the first selected one on; of selected groups those alone. */
    private List<GridRow> under(int lines, Progress progress) {
        if (!picked.groups().isEmpty()) {
            return shown.at(BulkActions.places(picked)).read(progress);
        }
        int first = picked.all() || picked.rows().isEmpty() ? 0 : picked.rows().getFirst();
        var places = new ArrayList<Integer>();
        for (int place = first; places.size() < lines; place++) {
            if (!shown.headings().isAt(place)) {
                places.add(place);
            }
        }
        return shown.at(SelectedRows.Places.These.rows(places)).read(progress);
    }

    private String firstColumn() {
        return picked.isWhole() || picked.columns().isEmpty()
                ? columns.getFirst().id()
                : picked.columns().getFirst();
    }

    private boolean canTake(String column) {
        return type.has(column) || table.more(column) != null;
    }

    /** What is shown beside the fields goes along when it is copied, and has nowhere to go back to: that is told. */
    private Map<String, String> given(Pasted pasted, int line) {
        var given = new LinkedHashMap<String, String>();
        for (int column = 0; column < pasted.columns().size(); column++) {
            var cell = pasted.cell(line, column);
            if (cell != null && canTake(pasted.columns().get(column))) {
                given.put(pasted.columns().get(column), cell);
            }
        }
        return given;
    }

    /** What was read so far. */
    private final class Into {
        private final List<GridRow> rows = new ArrayList<>();
        private final Map<UUID, Map<String, @Nullable Object>> values = new LinkedHashMap<>();
        private final Map<UUID, Map<String, @Nullable Object>> beside = new LinkedHashMap<>();
        private final List<Preview.Line> unread = new ArrayList<>();
        private @Nullable MoreColumns more;

        /** Of a line with one wrong value nothing is taken: half a line is seldom what somebody meant. */
        void read(GridRow row, Map<String, String> given) {
            var ofFields = new LinkedHashMap<String, @Nullable Object>();
            var ofMore = new LinkedHashMap<String, @Nullable Object>();
            try {
                given.forEach((column, cell) -> {
                    if (type.has(column)) {
                        ofFields.put(column, cells.read(row, type.field(column), cell));
                    } else {
                        readMore(row, column, cell, ofMore);
                    }
                });
            } catch (ProblemException wrong) {
                unread.add(Preview.Line.refused(called(row), wrong.problem()));
                return;
            }
            rows.add(row);
            if (!ofMore.isEmpty()) {
                beside.put(row.row().id(), ofMore);
            }
            if (!ofFields.isEmpty()) {
                values.put(row.row().id(), ofFields);
            } else if (ofMore.isEmpty()) {
                unread.add(Preview.Line.asWanted(called(row)));
            }
        }

        /** What is so already is left out: an empty one that stays empty is nothing that could be tried. */
        private void readMore(GridRow row, String column, String cell, Map<String, @Nullable Object> into) {
            var columns = Objects.requireNonNull(table.more(column));
            var value = columns.read(row, column, cell);
            if (!Objects.equals(value, columns.value(row, column))) {
                columns.mayBeSet(column);
                into.put(column, value);
                more = columns;
            }
        }

        private static String called(GridRow row) {
            return FieldText.number(row.row().label());
        }

        void noRowFor(String cell) {
            unread.add(Preview.Line.refused(cell, Problem.of("paste.no_row")));
        }

        Read done(int left) {
            var ofFields = BulkOp.setting(
                    "op.paste",
                    type,
                    rows.stream()
                            .map(GridRow::row)
                            .filter(row -> values.containsKey(row.id()))
                            .toList(),
                    row -> Objects.requireNonNull(values.get(row.id())));
            if (more == null) {
                return new Read(ofFields, unread, null, left);
            }
            var both = new Together(
                    "op.paste",
                    Map.of("entity", type.name(), "count", String.valueOf(rows.size())),
                    List.of(ofFields, more.setting("op.paste", beside)));
            return new Read(both, unread, more.teller(rows), left);
        }
    }
}
