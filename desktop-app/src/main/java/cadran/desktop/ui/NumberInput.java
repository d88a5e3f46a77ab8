package cadran.desktop.ui;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads amounts as people type and paste them: "1 234,50", "1234.5", "12,5 €". */
public final class NumberInput {
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");

    private NumberInput() {}

    public static Optional<BigDecimal> decimal(String typed) {
        var text = typed.replaceAll("[\\s\\u00a0\\u202f€]", "");
        // With both signs the last one is the decimal one: 1.234,50 and 1,234.50.
        int comma = text.lastIndexOf(',');
        int point = text.lastIndexOf('.');
        if (comma > point) {
            text = text.replace(".", "").replace(',', '.');
        } else if (comma >= 0) {
            text = text.replace(",", "");
        }
        return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
