package cadran.desktop.changes;

import cadran.desktop.edit.Workspace;
import cadran.desktop.i18n.Texts;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.FormEntry;
import cadran.desktop.tables.TableController;
import cadran.desktop.ui.Choice;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.DetailLine;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.catalog.Customer;
import cadran.model.changes.ChangeSet;
import cadran.model.numbers.LeavingEffect;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which customer, on which day; under it what that would do, computed anew with each change. */
final class LeavingForm implements FormEntry {
    private final Desk desk;
    private final Workspace workspace;
    private final ChangeWords words;
    private final Form form;
    private final FormField<Optional<String>> customer;
    private final FormField<Optional<LocalDate>> day;
    private final FormField<String> description;
    private final VBox told = new VBox();
    private final NumberLines<LeavingPreview.Line> numbers;
    private final VBox node = new VBox();
    private final SimpleBooleanProperty possible = new SimpleBooleanProperty(false);
    private @Nullable LeavingPreview preview;
    private String proposed = "";
    private int asked;

    LeavingForm(Desk desk, Workspace workspace, TableController table, @Nullable Row from) {
        this.desk = desk;
        this.workspace = workspace;
        words = new ChangeWords(desk.texts());
        form = new Form(desk);
        var field = ChangeSet.TYPE.field("customerId");
        var chosen = from == null ? null : new Choice(from.id().toString(), from.label());
        customer = form.reference("customerId", FieldText.nameKey(field), table.choices(field), chosen)
                .required();
        // The title names it then, and the keyboard begins at the day.
        customer.input().setDisable(from != null);
        var box = Objects.requireNonNull(customer.input().getParent());
        box.setVisible(from == null);
        box.setManaged(from == null);
        day = form.date("takesEffectOn", "leaving.day", endOfMonth(workspace.today()))
                .required()
                .rule(entered ->
                        entered.flatMap(date -> Optional.ofNullable(ChangeSet.checkDay(date, workspace.today()))));
        description = form.text("description", "leaving.reason", "")
                .required()
                .rule(entered ->
                        Optional.ofNullable(ChangeSet.TYPE.field("description").check(entered)));
        numbers = new NumberLines<>(desk.texts(), LeavingPreview.Line::did, words::of, line -> true);
        told.getStyleClass().add("losses");
        told.setId("leaving-preview");
        node.getStyleClass().addAll("preview", "leaving");
        node.getChildren().addAll(form, told, numbers);
        customer.onChange(this::ask);
        day.onChange(this::ask);
        ask();
    }

    /** The last day of this month, or of the next where that is today. */
    static LocalDate endOfMonth(LocalDate today) {
        var next = today.plusDays(1);
        return next.withDayOfMonth(next.lengthOfMonth());
    }

    private void ask() {
        int mine = ++asked;
        possible.set(false);
        preview = null;
        var id = customer.value().map(UUID::fromString).orElse(null);
        var on = day.value()
                .filter(date -> ChangeSet.checkDay(date, workspace.today()) == null)
                .orElse(null);
        if (id == null || on == null) {
            show("leaving.choose");
            return;
        }
        desk.background()
                .run(
                        "work.load",
                        progress -> {
                            var row = workspace.rows().find(Customer.TYPE, id);
                            return Optional.ofNullable(row)
                                    .map(found -> LeavingPreview.of(found, on, workspace.today(), workspace.rows()));
                        },
                        found -> {
                            if (mine == asked) {
                                found.ifPresentOrElse(this::show, () -> show("leaving.choose"));
                            }
                        });
    }

    private void show(String key) {
        told.getChildren().setAll(text(desk.texts().get(key)));
        numbers.show(List.of());
        showNumbers(false);
    }

    private void showNumbers(boolean any) {
        numbers.setVisible(any);
        numbers.setManaged(any);
    }

    private void show(LeavingPreview found) {
        preview = found;
        propose(found);
        if (found.lines().isEmpty()) {
            show(found.awaiting() > 0 ? "leaving.only-awaiting" : "leaving.nothing");
            return;
        }
        var texts = desk.texts();
        told.getChildren().clear();
        line("leaving.numbers", texts.count("leaving.numbers.all", found.lines().size()));
        line("leaving.effect.rests", effect(texts, found, LeavingEffect.RESTS));
        line("leaving.effect.port-out", effect(texts, found, LeavingEffect.AWAITS_PORT_OUT));
        line(
                "leaving.campaigns",
                found.campaigns().isEmpty()
                        ? texts.get("leaving.campaigns.none")
                        : texts.count(
                                        "leaving.campaigns.until",
                                        found.campaigns().size(),
                                        "date",
                                        texts.formats().date(found.day().minusDays(1)))
                                + "\n" + words.campaigns(found));
        words.warnings(found).stream().map(this::warning).forEach(told.getChildren()::add);
        numbers.show(found.lines());
        showNumbers(true);
        possible.set(true);
    }

    private String effect(Texts texts, LeavingPreview found, LeavingEffect effect) {
        long count = found.count(effect);
        boolean isPortOut = effect == LeavingEffect.AWAITS_PORT_OUT;
        var sentence = new StringBuilder(texts.count("leaving.numbers.all", count));
        var monthly = words.monthly(found.monthly(effect));
        if (!monthly.isEmpty()) {
            sentence.append(" · ")
                    .append(texts.get(isPortOut ? "leaving.cost.ends" : "leaving.cost.stays", "amount", monthly));
        }
        if (isPortOut && count > 0) {
            sentence.append('\n').append(texts.get("leaving.owned", "holders", words.holders(found.holders(effect))));
        } else if (isPortOut) {
            sentence.append('\n').append(texts.get("leaving.owned.none"));
        }
        return sentence.toString();
    }

    private void line(String key, String value) {
        var line = new DetailLine(desk.texts(), key);
        line.valueProperty().set(value);
        told.getChildren().add(line);
    }

    private Label text(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().add("field-hint");
        return label;
    }

    private Label warning(String sentence) {
        var label = new Label(sentence, new FontIcon(Feather.ALERT_TRIANGLE));
        label.setWrapText(true);
        label.getStyleClass().add("leaving-warning");
        label.setFocusTraversable(true);
        return label;
    }

    /** Until somebody writes something else. */
    private void propose(LeavingPreview found) {
        var input = (TextField) description.input();
        if (input.getText().equals(proposed)) {
            proposed = desk.texts()
                    .get("leaving.reason.proposed", "customer", found.customer().label());
            input.setText(proposed);
        }
    }

    LeavingPreview preview() {
        return Objects.requireNonNull(preview);
    }

    String description() {
        return description.value();
    }

    @Override
    public ObservableBooleanValue possible() {
        return possible;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Form form() {
        return form;
    }
}
