package cadran.desktop.numbers;

import cadran.desktop.tables.FormEntry;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.numbers.NumberPrice;
import cadran.model.numbers.PriceList;
import cadran.model.problem.Problem;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A price and the day from which on it holds. */
final class PriceForm implements FormEntry {
    private final Form form;
    private final FormField<Optional<BigDecimal>> cost;
    private final FormField<Optional<LocalDate>> startsOn;
    private final FormField<String> description;
    private final @Nullable String currency;

    /**
     * @param changed null for a new one
     * @param others of the same number
     * @param currency of a new one
     */
    PriceForm(Desk desk, @Nullable Row changed, List<Row> others, LocalDate today, @Nullable String currency) {
        this.currency = changed == null ? currency : changed.text("currency");
        form = new Form(desk);
        var field = NumberPrice.TYPE.field("monthlyCost");
        cost = form.decimal(
                        "monthlyCost",
                        "field.monthlyCost",
                        changed == null ? null : (BigDecimal) changed.get("monthlyCost"))
                .required()
                .rule(entered -> Optional.ofNullable(field.check(entered.orElse(null))))
                .rule(entered -> entered.filter(amount -> amount.signum() < 0)
                        .map(amount -> Problem.of("number.negative_cost")));
        startsOn = form.date("startsOn", "field.startsOn", changed == null ? today : PriceList.start(changed))
                .required()
                .rule(day -> day.filter(chosen -> others.stream()
                                .anyMatch(other -> PriceList.start(other).equals(chosen)))
                        .map(chosen -> Problem.of("price.day_taken")));
        description = form.text("description", "field.description", told(changed))
                .rule(entered -> Optional.ofNullable(
                        NumberPrice.TYPE.field("description").check(entered)));
    }

    private static String told(@Nullable Row changed) {
        var said = changed == null ? null : changed.text("description");
        return said == null ? "" : said;
    }

    PriceList.Entry entry() {
        return new PriceList.Entry(
                startsOn.value().orElseThrow(),
                (BigDecimal)
                        NumberPrice.TYPE.field("monthlyCost").tidy(cost.value().orElseThrow()),
                currency,
                description.value().isBlank() ? null : description.value());
    }

    @Override
    public Form form() {
        return form;
    }
}
