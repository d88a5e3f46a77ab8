package cadran.desktop.filter;

import cadran.desktop.query.Filter;
import java.time.LocalDate;

/** Some days, first and last included. */
record Period(LocalDate from, LocalDate to) {
    static Period day(LocalDate day) {
        return new Period(day, day);
    }

    Filter filter(String field, Sign sign) {
        return switch (sign) {
            case IS, EXACTLY -> new Filter.Between(field, from, to);
            case AT_LEAST -> new Filter.Between(field, from, null);
            case AT_MOST -> new Filter.Between(field, null, to);
            case OVER -> new Filter.Between(field, to.plusDays(1), null);
            case UNDER -> new Filter.Between(field, null, from.minusDays(1));
        };
    }
}
