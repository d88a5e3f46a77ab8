package cadran.desktop.ui;

import cadran.desktop.i18n.Texts;
import cadran.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import net.synedra.validatorfx.Decoration;
import net.synedra.validatorfx.Validator;
import org.jspecify.annotations.Nullable;

/** A labelled input of a {@link Form} with its problem under it; {@code V} is what it yields once nothing is wrong. */
public final class FormField<V> {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass UNTOUCHED = PseudoClass.getPseudoClass("untouched");
    private static final Decoration NONE = new Decoration() {
        @Override
        public void add(Node node) {}

        @Override
        public void remove(Node node) {}
    };

    private final String name;
    private final Node input;
    private final ObservableValue<?> watched;
    private final Supplier<V> value;
    private final VBox box = new VBox();
    private final HBox heading;
    private final Label star = new Label("*");
    private final List<Supplier<Optional<Problem>>> rules = new ArrayList<>();
    private final ObjectProperty<@Nullable Problem> problem;
    private @Nullable CheckBox touched;

    /** @param watched what the user changes: a change takes the problem away until the next check */
    FormField(
            Texts texts,
            Validator validator,
            String name,
            String labelKey,
            Node input,
            ObservableValue<?> watched,
            Supplier<V> value) {
        this.name = name;
        this.input = input;
        this.watched = watched;
        this.value = value;
        input.setId("field-" + name);
        var label = new Label();
        label.textProperty().bind(texts.bind(labelKey));
        label.setLabelFor(input);
        label.getStyleClass().add("field-label");
        star.getStyleClass().add("field-star");
        star.setVisible(false);
        var message = new ProblemLine(texts, "field-problem");
        problem = message.problemProperty();
        // A screen reader that comes to the input reads its name and, if there is one, its problem.
        input.accessibleTextProperty().bind(label.textProperty());
        input.accessibleHelpProperty().bind(message.textProperty());
        problem.subscribe(found -> input.pseudoClassStateChanged(ERROR, found != null));
        box.getStyleClass().add("field");
        heading = new HBox(label, star);
        box.getChildren().addAll(heading, input, message);
        validator
                .createCheck()
                .dependsOn("value", watched)
                .decorates(input)
                .decoratingWith(shown -> NONE)
                .withMethod(context -> {
                    var found = firstProblem();
                    problem.set(found.orElse(null));
                    found.ifPresent(wrong -> context.error(wrong.code()));
                });
        watched.subscribe(() -> problem.set(null));
    }

    /** Marks it as one that can't be left empty, and checks it. */
    public FormField<V> required() {
        starred(true);
        rules.add(() -> isEmpty(value.get()) ? Optional.of(Problem.of("field.required")) : Optional.empty());
        return this;
    }

    /** Marks it as one that can't be left empty, or no more, where a rule of its own says so. */
    public FormField<V> starred(boolean needed) {
        star.setVisible(needed);
        return this;
    }

    /** Rules are asked in the order given; the first problem is shown. */
    public FormField<V> rule(Function<V, Optional<Problem>> rule) {
        return check(() -> rule.apply(value.get()));
    }

    /**
     * Leaves it out until somebody enters something or ticks its name: an empty input that is ticked empties, one that
     * isn't leaves things as they are.
     */
    public FormField<V> untouched(ObservableValue<String> help) {
        var box = new CheckBox();
        box.setId("touch-" + name);
        box.textProperty().bind(input.accessibleTextProperty());
        box.accessibleHelpProperty().bind(help);
        box.getStyleClass().add("field-touch");
        heading.getChildren().setAll(box, star);
        heading.setVisible(true);
        heading.setManaged(true);
        onChange(() -> box.setSelected(true));
        box.selectedProperty().subscribe(ticked -> {
            input.pseudoClassStateChanged(UNTOUCHED, !ticked);
            problem.set(null);
        });
        touched = box;
        return this;
    }

    public boolean isTouched() {
        return touched == null || touched.isSelected();
    }

    FormField<V> check(Supplier<Optional<Problem>> rule) {
        rules.add(rule);
        return this;
    }

    /** Asks to be told what the user changes. */
    public void onChange(Runnable changed) {
        watched.addListener((any, before, after) -> changed.run());
    }

    void hideLabel() {
        heading.setVisible(false);
        heading.setManaged(false);
    }

    public V value() {
        return value.get();
    }

    public Node input() {
        return input;
    }

    String name() {
        return name;
    }

    Node box() {
        return box;
    }

    boolean hasProblem() {
        return problem.get() != null;
    }

    void show(Problem found) {
        problem.set(found);
    }

    private Optional<Problem> firstProblem() {
        return isTouched() ? rules.stream().flatMap(rule -> rule.get().stream()).findFirst() : Optional.empty();
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || (value instanceof String text && text.isBlank())
                || (value instanceof Optional<?> optional && optional.isEmpty());
    }
}
