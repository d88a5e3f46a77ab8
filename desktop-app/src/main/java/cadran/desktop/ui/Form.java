package cadran.desktop.ui;

import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.model.problem.Problem;
import cadran.model.sync.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import net.synedra.validatorfx.Validator;
import org.jspecify.annotations.Nullable;

/** Labelled inputs, one under the other, each with its problem beside it. */
public final class Form extends VBox {
    private final Desk desk;
    private final Texts texts;
    private final Validator validator = new Validator();
    private static final int SEVERAL_COLUMNS = 3;

    private final List<FormField<?>> fields = new ArrayList<>();
    private final ProblemLine general;

    public Form(Desk desk) {
        this.desk = desk;
        texts = desk.texts();
        getStyleClass().add("form");
        general = new ProblemLine(texts, "form-problem");
        general.setId("form-problem");
        getChildren().add(general);
    }

    public FormField<String> text(String name, String labelKey, String initial) {
        return line(name, labelKey, new TextField(initial));
    }

    /** Why something is done, for its history; may stay empty. */
    public FormField<String> reason() {
        return reason("history.reason.optional", "");
    }

    public FormField<String> reason(String labelKey, String initial) {
        return text("reason", labelKey, initial)
                .rule(typed -> typed.length() > Operation.LONGEST_REASON
                        ? Optional.of(Problem.of("field.too_long").with("max", Operation.LONGEST_REASON))
                        : Optional.empty());
    }

    public FormField<String> password(String name, String labelKey) {
        return line(name, labelKey, new PasswordField());
    }

    private FormField<String> line(String name, String labelKey, TextField input) {
        return add(
                name,
                labelKey,
                input,
                input.textProperty(),
                () -> input.getText().strip());
    }

    /** @param lines how many of it are in sight */
    public FormField<String> longText(String name, String labelKey, String initial, int lines) {
        var area = new TextArea(initial);
        area.setWrapText(true);
        area.setPrefRowCount(lines);
        return add(name, labelKey, area, area.textProperty(), area::getText);
    }

    /** Comma or point before the decimals, whatever the language; spaces between thousands are let through. */
    public FormField<Optional<BigDecimal>> decimal(String name, String labelKey, @Nullable BigDecimal initial) {
        var input = new TextField(initial == null ? "" : texts.formats().decimal(initial));
        input.getStyleClass().add("number");
        return add(name, labelKey, input, input.textProperty(), () -> NumberInput.decimal(input.getText()))
                .check(() -> !input.getText().isBlank()
                                && NumberInput.decimal(input.getText()).isEmpty()
                        ? Optional.of(Problem.of("field.not_a_number"))
                        : Optional.empty());
    }

    public FormField<Optional<LocalDate>> date(String name, String labelKey, @Nullable LocalDate initial) {
        var input = new DateField(texts, initial);
        return add(name, labelKey, input, input.watched(), input::date)
                .check(() -> input.isAstray() ? Optional.of(Problem.of("field.not_a_date")) : Optional.empty());
    }

    /** One of a few, all shown. */
    public <V> FormField<Optional<V>> choice(
            String name, String labelKey, List<V> all, Function<V, String> label, @Nullable V initial) {
        var input = new ComboBox<V>();
        input.getItems().setAll(all);
        input.setValue(initial);
        input.setMaxWidth(Double.MAX_VALUE);
        texts.languageProperty().subscribe(language -> input.setConverter(new Labels<>(label, language)));
        return add(name, labelKey, input, input.valueProperty(), () -> Optional.ofNullable(input.getValue()));
    }

    /** One of possibly very many, looked for while typing; yields its id. */
    public FormField<Optional<String>> reference(
            String name, String labelKey, ChoiceSource source, @Nullable Choice initial) {
        var input = new ChoiceField(desk, source);
        input.valueProperty().set(initial);
        // Who typed the whole name and picks it has changed no letter, but the choice.
        var watched = Bindings.createObjectBinding(
                () -> List.of(input.getText(), input.picked()), input.textProperty(), input.valueProperty());
        return add(name, labelKey, input, watched, () -> input.picked().map(Choice::id))
                .check(() -> input.isAstray() ? Optional.of(Problem.of("field.not_a_choice")) : Optional.empty());
    }

    /** Some of a few, all shown. */
    public <V> FormField<List<V>> several(
            String name,
            String labelKey,
            List<V> all,
            Function<V, ObservableValue<String>> label,
            Collection<V> initial) {
        var input = new CheckGrid<V>(texts, SEVERAL_COLUMNS);
        all.forEach(each -> input.add(each, label.apply(each), null, initial.contains(each)));
        return add(name, labelKey, input, input.tickedProperty(), input::ticked);
    }

    /** A heading over the fields that follow. */
    public void section(String titleKey) {
        var title = new Label();
        title.textProperty().bind(texts.bind(titleKey));
        title.getStyleClass().add("form-section");
        add(title);
    }

    /** A box to tick, with its name beside it. */
    public FormField<Boolean> toggle(String name, String labelKey, boolean initial) {
        var input = new CheckBox();
        input.setSelected(initial);
        input.setWrapText(true);
        input.textProperty().bind(texts.bind(labelKey));
        var field = add(name, labelKey, input, input.selectedProperty(), input::isSelected);
        field.hideLabel();
        return field;
    }

    /** Anything between the fields: a heading, a hint. */
    public void add(Node node) {
        getChildren().add(node);
    }

    private <V> FormField<V> add(
            String name, String labelKey, Node input, ObservableValue<?> watched, Supplier<V> value) {
        var field = new FormField<>(texts, validator, name, labelKey, input, watched, value);
        fields.add(field);
        getChildren().add(field.box());
        return field;
    }

    /** Whether everything is right; if not, the problems are shown and the first wrong input has the focus. */
    public boolean check() {
        general.problemProperty().set(null);
        boolean right = validator.validate();
        if (!right) {
            fields.stream()
                    .filter(FormField::hasProblem)
                    .findFirst()
                    .ifPresent(field -> field.input().requestFocus());
        }
        return right;
    }

    /** A refusal from behind: at the input it is about, or over the form. */
    public void show(Problem found) {
        fields.stream()
                .filter(field -> field.name().equals(found.field()))
                .findFirst()
                .ifPresentOrElse(
                        field -> {
                            field.show(found);
                            field.input().requestFocus();
                        },
                        () -> general.problemProperty().set(found));
    }

    private static final class Labels<V> extends StringConverter<V> {
        private final Function<V, String> label;
        private final Language language;

        Labels(Function<V, String> label, Language language) {
            this.label = label;
            this.language = language;
        }

        @Override
        public String toString(@Nullable V value) {
            return value == null ? "" : label.apply(value);
        }

        @Override
        public @Nullable V fromString(String text) {
            throw new UnsupportedOperationException("not editable in " + language);
        }
    }
}
