package cadran.desktop.filter;

import cadran.desktop.query.Filter;
import cadran.desktop.ui.DateInput;
import cadran.model.problem.Problem;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads days as people name them: {@code 2026}, {@code 11/2026}, {@code 2026-11}, {@code 30/11/2026}, {@code week},
 * {@code 7d} for the next seven days, {@code -90d} for the last ninety, and from one to another with two points.
 */
public final class Days {
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("(?<y>\\d{4})-(?<m>\\d{1,2})|(?<m2>\\d{1,2})/(?<y2>\\d{4})");
    private static final Pattern FROM_TODAY = Pattern.compile("(?<back>-)?(?<count>\\d{1,4})[djDJ]");
    private static final String TO = "..";

    private final Words words;
    private final Supplier<LocalDate> clock;

    /** @param clock what day it is where the organisation is */
    public Days(Words words, Supplier<LocalDate> clock) {
        this.words = words;
        this.clock = clock;
    }

    /** Throws the problem with what is no day. */
    public Filter filter(String field, Sign sign, String typed) {
        int to = typed.indexOf(TO);
        if (to < 0) {
            return period(typed).filter(field, sign);
        }
        String from = typed.substring(0, to);
        String until = typed.substring(to + TO.length());
        if (from.isEmpty() && until.isEmpty()) {
            throw noDay(typed);
        }
        return new Filter.Between(
                field,
                from.isEmpty() ? null : period(from).from(),
                until.isEmpty() ? null : period(until).to());
    }

    private Period period(String typed) {
        var named = named(typed);
        if (named != null) {
            return named;
        }
        try {
            if (YEAR.matcher(typed).matches()) {
                return year(Integer.parseInt(typed));
            }
            var month = MONTH.matcher(typed);
            if (month.matches()) {
                boolean yearFirst = month.group("y") != null;
                return month(YearMonth.of(
                        Integer.parseInt(month.group(yearFirst ? "y" : "y2")),
                        Integer.parseInt(month.group(yearFirst ? "m" : "m2"))));
            }
        } catch (DateTimeException noSuchMonth) {
            throw noDay(typed);
        }
        return Period.day(DateInput.date(typed).orElseThrow(() -> noDay(typed)));
    }

    private @Nullable Period named(String typed) {
        var today = clock.get();
        var counted = FROM_TODAY.matcher(typed);
        if (counted.matches()) {
            long days = Long.parseLong(counted.group("count"));
            return counted.group("back") == null
                    ? new Period(today, today.plusDays(days))
                    : new Period(today.minusDays(days), today);
        }
        if (words.is(typed, "filter.word.today")) {
            return Period.day(today);
        }
        if (words.is(typed, "filter.word.yesterday")) {
            return Period.day(today.minusDays(1));
        }
        if (words.is(typed, "filter.word.tomorrow")) {
            return Period.day(today.plusDays(1));
        }
        if (words.is(typed, "filter.word.week")) {
            var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return new Period(monday, monday.plusDays(6));
        }
        if (words.is(typed, "filter.word.month")) {
            return month(YearMonth.from(today));
        }
        return words.is(typed, "filter.word.year") ? year(today.getYear()) : null;
    }

    private static Period year(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static Period month(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    private static RuntimeException noDay(String typed) {
        return Problem.of("filter.no_day").with("value", typed).asException();
    }
}
