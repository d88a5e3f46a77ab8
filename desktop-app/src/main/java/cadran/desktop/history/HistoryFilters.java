package cadran.desktop.history;

import cadran.desktop.edit.Workspace;
import cadran.desktop.i18n.Texts;
import cadran.desktop.store.HistoryFilter;
import cadran.desktop.ui.Choice;
import cadran.desktop.ui.ChoiceField;
import cadran.desktop.ui.ChoiceSource;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Spelling;
import cadran.model.Schema;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Which table, which person, which days: each empty for all. What is typed is picked from a list. */
final class HistoryFilters extends HBox {
    /** Of the days before today. */
    private static final List<Integer> PERIODS = List.of(0, 1, 6, 29);

    private final Workspace workspace;
    private final ChoiceField table;
    private final ChoiceField person;
    private final ChoiceField days;

    HistoryFilters(Desk desk, Workspace workspace, Runnable changed) {
        this.workspace = workspace;
        var texts = desk.texts();
        getStyleClass().add("history-filters");
        table = field(desk, "history.all-tables", (typed, most) -> found(tables(texts), typed, most), changed);
        person = field(desk, "history.everybody", (typed, most) -> found(people(), typed, most), changed);
        days = field(desk, "history.all-days", (typed, most) -> found(periods(texts), typed, most), changed);
        table.setId("history-table");
        person.setId("history-person");
        days.setId("history-days");
        getChildren().addAll(table, person, days);
    }

    private static ChoiceField field(Desk desk, String key, ChoiceSource source, Runnable changed) {
        var field = new ChoiceField(desk, source);
        field.promptTextProperty().bind(desk.texts().bind(key));
        field.accessibleTextProperty().bind(desk.texts().bind(key));
        field.valueProperty().subscribe((before, now) -> changed.run());
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static List<Choice> found(List<Choice> all, String typed, int most) {
        return all.stream()
                .filter(choice -> Spelling.contains(choice.label(), typed))
                .limit(most)
                .toList();
    }

    private static List<Choice> tables(Texts texts) {
        return Schema.TYPES.stream()
                .map(type -> new Choice(type.name(), texts.get("entity." + type.name() + ".title")))
                .toList();
    }

    private List<Choice> people() {
        return workspace.history().people().entrySet().stream()
                .map(person -> new Choice(person.getKey().toString(), person.getValue()))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    private static List<Choice> periods(Texts texts) {
        return PERIODS.stream()
                .map(back -> new Choice(back.toString(), texts.get("history.days." + back)))
                .toList();
    }

    HistoryFilter filter(String words) {
        return new HistoryFilter(
                words,
                table.picked().map(Choice::id).orElse(null),
                person.picked().map(choice -> UUID.fromString(choice.id())).orElse(null),
                first(),
                last(),
                workspace.author().zone());
    }

    private @Nullable LocalDate first() {
        return days.picked()
                .map(choice -> workspace.today().minusDays(Long.parseLong(choice.id())))
                .orElse(null);
    }

    /** Yesterday is one day; the others go to today. */
    private @Nullable LocalDate last() {
        return days.picked()
                .filter(choice -> choice.id().equals("1"))
                .map(choice -> workspace.today().minusDays(1))
                .orElse(null);
    }
}
