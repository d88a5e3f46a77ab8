package cadran.model.numbers;

import cadran.model.problem.Problem;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What holds for what a row costs: nothing less than nothing, in a currency that exists. */
final class Prices {
    private Prices() {}

    static @Nullable Problem check(Row row, String... amounts) {
        for (var field : amounts) {
            if (row.get(field) instanceof BigDecimal amount && amount.signum() < 0) {
                return Problem.of("number.negative_cost").at(field);
            }
        }
        var currency = row.text("currency");
        return currency == null || isCurrency(currency)
                ? null
                : Problem.of("number.unknown_currency").with("value", currency).at("currency");
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(each -> each.getCurrencyCode().equals(code));
    }
}
