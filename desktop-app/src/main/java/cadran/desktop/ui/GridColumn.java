package cadran.desktop.ui;

import cadran.model.problem.Problem;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * A column of a {@link DataGrid}.
 *
 * @param <R> the row
 */
public final class GridColumn<R> {
    /** Takes what was typed, or the id of what was picked. A problem that can be told at once keeps the cell open. */
    @FunctionalInterface
    public interface Commit<R> {
        @Nullable
        Problem commit(R row, String entered);
    }

    private final String id;
    private final String title;
    private final Function<R, String> text;
    private double width = 140;
    private double least = 140;
    private boolean number;
    private boolean sortable;
    private boolean extra;
    private @Nullable Function<R, @Nullable Node> graphic;
    private @Nullable Function<R, String> editText;
    private Predicate<R> editable = row -> true;
    private @Nullable Function<R, ChoiceSource> choices;
    private @Nullable Commit<R> commit;

    private GridColumn(String id, String title, Function<R, String> text) {
        this.id = id;
        this.title = title;
        this.text = text;
    }

    /** @param text what is shown; asked again when the language changes */
    public static <R> GridColumn<R> of(String id, String titleKey, Function<R, String> text) {
        return new GridColumn<>(id, titleKey, text);
    }

    public GridColumn<R> width(double pixels) {
        width = pixels;
        least = pixels;
        return this;
    }

    /** May become as narrow as this where the table has no room, and wider where there is some left. */
    public GridColumn<R> flexible(double narrowest) {
        least = narrowest;
        return this;
    }

    /** Right-aligned, with figures of one width. */
    public GridColumn<R> number() {
        number = true;
        return this;
    }

    /** A click on the heading asks the source for this order. */
    public GridColumn<R> sortable() {
        sortable = true;
        return this;
    }

    /** Shown where somebody asks for it. */
    public GridColumn<R> extra() {
        extra = true;
        return this;
    }

    /** Drawn before the text, never instead of it. */
    public GridColumn<R> graphic(Function<R, @Nullable Node> drawn) {
        graphic = drawn;
        return this;
    }

    /** @param editText what stands in the field when editing starts, such as a price without its currency */
    public GridColumn<R> editable(Function<R, String> editText, Commit<R> commit) {
        this.editText = editText;
        this.commit = commit;
        return this;
    }

    /** Edited by picking; {@code commit} gets the choice's id, or "" where it was emptied. */
    public GridColumn<R> choosable(ChoiceSource choices, Commit<R> commit) {
        return choosable(row -> choices, commit);
    }

    /** With choices that are not the same for every row. */
    public GridColumn<R> choosable(Function<R, ChoiceSource> choices, Commit<R> commit) {
        this.choices = choices;
        this.editText = text;
        this.commit = commit;
        return this;
    }

    /** Only these rows can be edited. */
    public GridColumn<R> editableIf(Predicate<R> condition) {
        editable = condition;
        return this;
    }

    String id() {
        return id;
    }

    boolean isExtra() {
        return extra;
    }

    String title() {
        return title;
    }

    String text(R row) {
        return text.apply(row);
    }

    double width() {
        return width;
    }

    double least() {
        return least;
    }

    boolean isNumber() {
        return number;
    }

    boolean isSortable() {
        return sortable;
    }

    @Nullable
    Node graphic(R row) {
        return graphic == null ? null : graphic.apply(row);
    }

    boolean isEditable() {
        return commit != null;
    }

    boolean isEditable(R row) {
        return commit != null && editable.test(row);
    }

    String editText(R row) {
        return editText == null ? text(row) : editText.apply(row);
    }

    @Nullable
    ChoiceSource choices(R row) {
        return choices == null ? null : choices.apply(row);
    }

    @Nullable
    Problem commit(R row, String entered) {
        return commit == null ? null : commit.commit(row, entered);
    }
}
