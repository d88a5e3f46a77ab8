package cadran.desktop.filter;

import cadran.desktop.query.Filter;
import cadran.desktop.ui.NumberInput;
import cadran.model.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads amounts: {@code 1,20}, and from one to another with two points. */
public final class Amounts {
    private static final String TO = "..";

    private Amounts() {}

    /** Throws the problem with what is no amount. */
    public static Filter filter(String field, Sign sign, String typed) {
        int to = typed.indexOf(TO);
        if (to >= 0) {
            return new Filter.Between(field, end(typed.substring(0, to)), end(typed.substring(to + TO.length())));
        }
        var amount = amount(typed);
        var exactly = new Filter.Between(field, amount, amount);
        return switch (sign) {
            case IS, EXACTLY -> exactly;
            case AT_LEAST -> new Filter.Between(field, amount, null);
            case AT_MOST -> new Filter.Between(field, null, amount);
            case OVER -> but(new Filter.Between(field, amount, null), exactly);
            case UNDER -> but(new Filter.Between(field, null, amount), exactly);
        };
    }

    private static Filter but(Filter span, Filter end) {
        return new Filter.All(List.of(span, new Filter.Not(end)));
    }

    private static @Nullable BigDecimal end(String typed) {
        return typed.isBlank() ? null : amount(typed);
    }

    private static BigDecimal amount(String typed) {
        return NumberInput.decimal(typed)
                .orElseThrow(() ->
                        Problem.of("filter.no_amount").with("value", typed).asException());
    }
}
