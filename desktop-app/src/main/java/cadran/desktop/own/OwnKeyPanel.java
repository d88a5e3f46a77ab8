package cadran.desktop.own;

import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.Beside;
import cadran.desktop.tables.FieldText;
import cadran.model.numbers.Did;
import cadran.model.sync.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** How the own field in focus is asked for in the filter line, or that it can't be, because another is called so. */
public final class OwnKeyPanel implements Beside {
    /** Of what numbers can be narrowed by that stands in no field of theirs. */
    private static final List<String> OTHERS = List.of("field.campaignId");

    private final Texts texts;
    private final Label label = new Label();

    public OwnKeyPanel(Texts texts) {
        this.texts = texts;
        label.setWrapText(true);
    }

    @Override
    public Node node() {
        return label;
    }

    @Override
    public void show(GridRow field) {
        var name = Objects.requireNonNullElse(field.row().text("name"), "");
        boolean taken = isTaken(texts, name);
        label.setText(texts.get(taken ? "own.key.taken" : "own.key", "key", OwnKey.of(name) + ":"));
        label.getStyleClass().setAll("label", taken ? "form-problem" : "field-hint");
    }

    /** Whether every number has something that is called so, in either language. */
    static boolean isTaken(Texts texts, String name) {
        var key = OwnKey.of(name);
        return Arrays.stream(Language.values())
                .flatMap(language -> taken(texts, language))
                .anyMatch(other -> OwnKey.of(other).equals(key));
    }

    private static Stream<String> taken(Texts texts, Language language) {
        var fields = Did.TYPE.fields().stream().flatMap(field -> names(texts, language, field));
        return Stream.concat(fields, OTHERS.stream().map(key -> texts.in(language, key)));
    }

    private static Stream<String> names(Texts texts, Language language, Field field) {
        var key = "filter.key." + field.name().toLowerCase(Locale.ROOT);
        var more = texts.has(key) ? Stream.of(texts.in(language, key).split(", ")) : Stream.<String>empty();
        return Stream.concat(Stream.of(texts.in(language, FieldText.nameKey(field))), more);
    }
}
