package cadran.desktop.tables;

import cadran.desktop.store.GridRow;
import cadran.desktop.ui.Choice;
import cadran.desktop.ui.ChoiceField;
import cadran.desktop.ui.ChoiceSource;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.problem.ProblemException;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Members;
import cadran.model.sync.MergeClass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** The inputs for a row of one table, in the order of its descriptor. */
public final class RowForm implements FormEntry {
    public static final Predicate<Field> ALL = field -> true;

    /** Longer texts get several lines. */
    private static final int ONE_LINE = 255;

    /** A sentence or two; what is longer are notes. */
    private static final int TWO_LINES = 500;

    private final Desk desk;
    private final TableController controller;
    private final EntityType<?> type;
    private final @Nullable GridRow row;
    private final Mode mode;
    private final Form form;
    private final @Nullable FormField<String> reason;
    private final Map<String, Supplier<@Nullable Object>> inputs = new LinkedHashMap<>();
    private final Map<String, BooleanSupplier> touched = new HashMap<>();
    private final Map<String, ChoiceField> references = new LinkedHashMap<>();
    /** What is chosen now, for choices that are looked for in the background. */
    private final Map<String, UUID> pointed = new ConcurrentHashMap<>();

    private final Map<String, Choice> proposals = new HashMap<>();

    /**
     * @param row null for a new one
     * @param shown which fields are asked for, of those that can be entered
     */
    public RowForm(
            Desk desk, TableController controller, EntityType<?> type, @Nullable GridRow row, Predicate<Field> shown) {
        this(desk, controller, type, row, Mode.ENTERED, shown);
    }

    private enum Mode {
        /** What a person enters of a new row, or changes of one that is there. */
        ENTERED,
        /** All there is of a row that is made again. */
        WHOLE,
        /** What shall become the same in many rows: each field is left alone until it is touched. */
        MANY
    }

    private RowForm(
            Desk desk,
            TableController controller,
            EntityType<?> type,
            @Nullable GridRow row,
            Mode mode,
            Predicate<Field> shown) {
        this.desk = desk;
        this.controller = controller;
        this.type = type;
        this.row = row;
        this.mode = mode;
        form = new Form(desk);
        if (mode == Mode.MANY) {
            var hint = new Label();
            hint.textProperty().bind(desk.texts().bind("bulk.untouched"));
            hint.getStyleClass().add("field-hint");
            hint.setWrapText(true);
            form.add(hint);
        }
        for (var section : type.sections()) {
            var entered = section.fields().stream()
                    .filter(this::isEntered)
                    .filter(shown)
                    .toList();
            if (!entered.isEmpty() && !section.name().isEmpty()) {
                form.section(FieldText.sectionKey(type, section));
            }
            entered.forEach(this::add);
        }
        reason = mode == Mode.MANY ? form.reason() : null;
    }

    /** Every field of a row that is to be made, with what is known of it already. */
    public static RowForm whole(Desk desk, TableController controller, GridRow known) {
        return new RowForm(desk, controller, known.row().type(), known, Mode.WHOLE, ALL);
    }

    /** For many rows at once; words are added and taken away by a pane of their own. */
    public static RowForm many(Desk desk, TableController controller) {
        return new RowForm(
                desk,
                controller,
                controller.type(),
                null,
                Mode.MANY,
                field -> field.merge() != MergeClass.IDENTITY && field.kind() != FieldKind.WORDS);
    }

    // What a row is can't be changed, and its state has commands of its own.
    private boolean isEntered(Field field) {
        if (mode != Mode.WHOLE && !controller.mayWrite(field)) {
            return false;
        }
        return mode == Mode.WHOLE
                || (field.merge() != MergeClass.MACHINE && (row == null || field.merge() != MergeClass.IDENTITY));
    }

    private void add(Field field) {
        String label = FieldText.nameKey(field);
        Object value = row == null ? null : row.row().get(field.name());
        switch (field.kind()) {
            case TEXT -> addText(field, label, value == null ? "" : value.toString());
            case WORDS ->
                enter(
                        field,
                        form.text(
                                field.name(),
                                label,
                                value == null ? "" : value.toString().replace(",", ", ")),
                        field::tidy);
            case CODES ->
                enter(
                        field,
                        form.several(
                                field.name(), label, field.codes(), code -> codeText(field, code), Members.of((String)
                                        value)),
                        Members::text);
            case CODE -> enter(field, codes(field, label, (String) value), chosen -> chosen.orElse(null));
            case REFERENCE -> {
                var input = form.reference(field.name(), label, choices(field), choice(field, value));
                remember(field, (ChoiceField) input.input());
                enter(field, input, chosen -> chosen.map(UUID::fromString).orElse(null));
            }
            case FLAG -> {
                if (mode == Mode.MANY) {
                    enter(field, flags(field, label), chosen -> chosen.orElse(null));
                } else {
                    enter(field, form.toggle(field.name(), label, value == null || (Boolean) value), flag -> flag);
                }
            }
            case DATE -> enter(field, form.date(field.name(), label, (LocalDate) value), date -> date.orElse(null));
            case DECIMAL ->
                enter(field, form.decimal(field.name(), label, (BigDecimal) value), number -> number.orElse(null));
        }
    }

    /** Only those that go with what is chosen above, where the field asks for that. */
    private ChoiceSource choices(Field field) {
        return controller.choices(field, () -> field.within() == null ? null : pointed.get(field.within()));
    }

    private void remember(Field field, ChoiceField input) {
        references.put(field.name(), input);
        input.valueProperty().subscribe(choice -> {
            if (choice == null) {
                pointed.remove(field.name());
            } else {
                pointed.put(field.name(), UUID.fromString(choice.id()));
            }
        });
    }

    private ObservableValue<String> codeText(Field field, String code) {
        return desk.texts().bind(FieldText.codeKey(type, field, code));
    }

    private FormField<Optional<String>> codes(Field field, String label, @Nullable String value) {
        return form.choice(
                field.name(),
                label,
                field.codes(),
                code -> desk.texts().get(FieldText.codeKey(type, field, code)),
                value);
    }

    /** A box to tick has no third state that says "as it is". */
    private FormField<Optional<Boolean>> flags(Field field, String label) {
        return form.choice(
                field.name(),
                label,
                List.of(true, false),
                flag -> desk.texts().get(flag ? "value.yes" : "value.no"),
                null);
    }

    private @Nullable Choice choice(Field field, @Nullable Object id) {
        return id == null || row == null
                ? null
                : new Choice(id.toString(), row.labels().getOrDefault(field.name(), ""));
    }

    /** Fills a reference, unless somebody chose another themselves. */
    public void propose(String field, Optional<Choice> choice) {
        var input = Objects.requireNonNull(references.get(field), field);
        var last = Optional.ofNullable(proposals.get(field));
        if (input.isAstray() || !input.picked().equals(last)) {
            return;
        }
        choice.ifPresentOrElse(
                now -> {
                    proposals.put(field, now);
                    input.valueProperty().set(now);
                },
                () -> {
                    proposals.remove(field);
                    input.clear();
                });
    }

    /** What a chosen reference is called. */
    public Optional<String> chosen(String field) {
        return Objects.requireNonNull(references.get(field), field).picked().map(Choice::label);
    }

    private void enter(Field field, FormField<?> input) {
        if (mode == Mode.MANY) {
            input.untouched(desk.texts().bind("bulk.untouched"));
        } else if (field.required() && field.kind() != FieldKind.FLAG) {
            input.required();
        }
        touched.put(field.name(), input::isTouched);
    }

    private <V> void enter(Field field, FormField<V> input, Function<V, @Nullable Object> value) {
        enter(field, input);
        input.rule(entered -> Optional.ofNullable(field.check(value.apply(entered))));
        inputs.put(field.name(), () -> value.apply(input.value()));
    }

    private void addText(Field field, String label, String text) {
        if (FieldText.isNumber(field)) {
            enterNumber(field, form.text(field.name(), label, FieldText.number(text)));
            return;
        }
        var input = field.max() > ONE_LINE
                ? form.longText(field.name(), label, text, field.max() > TWO_LINES ? 4 : 2)
                : form.text(field.name(), label, text);
        enter(field, input, entered -> entered.isBlank() ? null : entered.strip());
    }

    /** In any spelling. */
    private void enterNumber(Field field, FormField<String> input) {
        enter(field, input);
        input.rule(entered -> {
            try {
                FieldText.read(field, entered);
                return Optional.empty();
            } catch (ProblemException wrong) {
                return Optional.of(wrong.problem());
            }
        });
        inputs.put(field.name(), () -> FieldText.read(field, input.value()));
    }

    /** One for all rows of many; a row by itself is not asked for one. */
    String reason() {
        return reason == null ? "" : reason.value();
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public Map<String, @Nullable Object> values() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        inputs.forEach((name, value) -> {
            if (Objects.requireNonNull(touched.get(name)).getAsBoolean()) {
                values.put(name, value.get());
            }
        });
        return values;
    }
}
