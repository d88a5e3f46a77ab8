package cadran.desktop.numbers;

import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.FormEntry;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.DetailLine;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.numbers.Did;
import cadran.model.numbers.Ending;
import cadran.model.numbers.TerminationPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What it breaks to give numbers back, how they go, and the digits that must be typed before they do. */
final class TerminationForm implements FormEntry {
    /** Of the assignments that end; the others are counted. */
    private static final int MOST_NAMED = 6;

    private final Desk desk;
    private final Losses losses;
    private final LocalDate today;
    private final VBox node = new VBox();
    private final DetailLine cost;
    private final DetailLine afterwards;
    private final Form form;
    private final FormField<Optional<Ending>> ending;
    private final FormField<Optional<LocalDate>> terminatedOn;
    private final FormField<Optional<LocalDate>> billingEndsOn;
    private final TextField confirmation;
    private final ObservableBooleanValue confirmed;

    TerminationForm(Desk desk, Losses losses, LocalDate today) {
        this.desk = desk;
        this.losses = losses;
        this.today = today;
        cost = new DetailLine(desk.texts(), "number.terminate.cost");
        afterwards = new DetailLine(desk.texts(), "number.terminate.afterwards");
        form = new Form(desk);
        var field = Did.TYPE.field("ending");
        ending = form.choice(
                        "ending",
                        "field.ending",
                        List.of(Ending.values()),
                        each -> desk.texts().get(FieldText.codeKey(Did.TYPE, field, each.name())),
                        Ending.GIVEN_BACK)
                .required();
        terminatedOn = form.date("terminatedOn", "number.terminate.on", today).required();
        billingEndsOn = form.date("billingEndsOn", "field.billingEndsOn", today).required();
        confirmation =
                (TextField) form.text("confirmation", confirmationKey(), "").input();
        confirmed = Bindings.createBooleanBinding(
                () -> confirmation.getText().strip().equals(losses.confirmation()), confirmation.textProperty());
        List.of(ending, terminatedOn, billingEndsOn).forEach(each -> each.onChange(this::tell));
        node.getStyleClass().add("form-parts");
        node.getChildren().addAll(broken(), form);
        tell();
    }

    private String confirmationKey() {
        return losses.dids().size() == 1 ? "number.terminate.confirm" : "number.terminate.confirm-several";
    }

    private Node broken() {
        var lines = new VBox();
        lines.setId("termination-losses");
        lines.getStyleClass().add("losses");
        if (!losses.customers().isEmpty()) {
            lines.getChildren()
                    .add(line(
                            "field.customerId",
                            losses.customers().stream().limit(MOST_NAMED).collect(Collectors.joining(", "))));
        }
        lines.getChildren().add(line("number.terminate.served", served()));
        if (!losses.heads().isEmpty()) {
            lines.getChildren().add(line("number.terminate.heads", heads()));
        }
        lines.getChildren().addAll(cost, afterwards);
        return lines;
    }

    private DetailLine line(String key, String value) {
        var line = new DetailLine(desk.texts(), key);
        line.valueProperty().set(value);
        return line;
    }

    private String served() {
        var texts = desk.texts();
        if (losses.served().isEmpty()) {
            return texts.get("number.terminate.serves-nothing");
        }
        var named = losses.served().stream().limit(MOST_NAMED).map(this::served).collect(Collectors.joining("\n"));
        int more = losses.served().size() - MOST_NAMED;
        return more > 0 ? named + "\n" + texts.count("number.terminate.more", more) : named;
    }

    /** The calls of a whole range go by its head number. */
    private String heads() {
        var texts = desk.texts();
        var named = losses.heads().stream()
                .limit(MOST_NAMED)
                .map(range -> texts.get("number.terminate.head", "range", range))
                .collect(Collectors.joining("\n"));
        int more = losses.heads().size() - MOST_NAMED;
        return more > 0 ? named + "\n" + texts.count("number.terminate.more", more) : named;
    }

    private String served(Losses.Served served) {
        var formats = desk.texts().formats();
        var start = (LocalDate) served.assignment().get("startsOn");
        var end = (LocalDate) served.assignment().get("endsOn");
        return desk.texts()
                .get(
                        key(start != null && !start.isAfter(today), end == null),
                        "campaign",
                        served.campaign(),
                        "from",
                        start == null ? "" : formats.date(start),
                        "to",
                        end == null ? "" : formats.date(end));
    }

    private static String key(boolean runs, boolean open) {
        if (runs) {
            return open ? "number.terminate.ends" : "number.terminate.ends-early";
        }
        return open ? "number.terminate.never" : "number.terminate.never-begins";
    }

    /** What follows from the dates entered so far. */
    private void tell() {
        var texts = desk.texts();
        var last = billingEndsOn.value();
        var amounts = losses.monthly().entrySet().stream()
                .map(each -> texts.formats().money(each.getValue(), each.getKey()))
                .collect(Collectors.joining(" + "));
        cost.valueProperty()
                .set(
                        amounts.isEmpty()
                                ? texts.get("number.terminate.cost-unknown")
                                : texts.get(
                                        "number.terminate.cost-until",
                                        "amount",
                                        amounts,
                                        "date",
                                        last.map(texts.formats()::date).orElse("–")));
        var until = recoverableUntil();
        afterwards
                .valueProperty()
                .set(
                        until == null
                                ? texts.get("number.terminate.gone")
                                : texts.get(
                                        "number.terminate.recoverable",
                                        "date",
                                        texts.formats().date(until)));
    }

    private @Nullable LocalDate recoverableUntil() {
        var how = ending.value().orElse(Ending.GIVEN_BACK);
        var day = terminatedOn.value().orElse(null);
        return day == null ? null : losses.recoverableUntil(how, day);
    }

    @Override
    public boolean takesAway() {
        return true;
    }

    TerminationPlan.Wish wish() {
        return new TerminationPlan.Wish(
                ending.value().orElseThrow(),
                terminatedOn.value().orElseThrow(),
                billingEndsOn.value().orElseThrow());
    }

    @Override
    public ObservableBooleanValue possible() {
        return confirmed;
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
