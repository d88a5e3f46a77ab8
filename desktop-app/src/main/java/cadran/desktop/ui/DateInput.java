package cadran.desktop.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads dates as people type them: 3/2/26, 03.02.2026, 03022026, 2026-02-03. The day comes first in both languages. */
public final class DateInput {
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/. -](\\d{1,2})[/. -](\\d{2}|\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{4}|\\d{2})");

    private DateInput() {}

    public static Optional<LocalDate> date(String typed) {
        var text = typed.strip();
        var iso = YEAR_FIRST.matcher(text);
        if (iso.matches()) {
            return of(iso.group(1), iso.group(2), iso.group(3));
        }
        for (var pattern : new Pattern[] {DAY_FIRST, DIGITS}) {
            var parts = pattern.matcher(text);
            if (parts.matches()) {
                var year = parts.group(3);
                return of(year.length() == 2 ? "20" + year : year, parts.group(2), parts.group(1));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> of(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
