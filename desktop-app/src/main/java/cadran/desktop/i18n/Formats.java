package cadran.desktop.i18n;

import cadran.model.numbers.E164;
import cadran.model.numbers.NumberDisplay;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers, money and dates as the language writes them; the CLDR data of the JDK puts French no-break spaces. */
public final class Formats {
    private final Locale locale;

    private Formats(Locale locale) {
        this.locale = locale;
    }

    public static Formats of(Language language) {
        return new Formats(language.locale());
    }

    /** What a row is called: numbers as people write them, two of them as the range from one to the other. */
    public static String called(String label) {
        var words = label.split(" ", -1);
        return Arrays.stream(words).allMatch(E164::isCanonical)
                ? Arrays.stream(words)
                        .map(number -> NumberDisplay.of(new E164(number)))
                        .collect(Collectors.joining(" – "))
                : label;
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    public String decimal(BigDecimal value) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        return format.format(value);
    }

    /** For other programs, which take the space between thousands for a part of a word. */
    public String plainDecimal(BigDecimal value) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        return format.format(value);
    }

    public String money(BigDecimal amount, String currencyCode) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currencyCode));
        // Carriers bill fractions of a cent: they are shown, whole cents stay two digits.
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(Math.max(2, amount.stripTrailingZeros().scale()));
        return format.format(amount);
    }

    public String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy", locale).format(date);
    }

    /** A day as it travels; anything else as it is. */
    public String day(String travelled) {
        try {
            return date(LocalDate.parse(travelled));
        } catch (DateTimeParseException noDay) {
            return travelled;
        }
    }

    public String dateInWords(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(date);
    }

    public String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(instant.atZone(zone));
    }

    public String dateTime(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", locale).format(instant.atZone(zone));
    }
}
