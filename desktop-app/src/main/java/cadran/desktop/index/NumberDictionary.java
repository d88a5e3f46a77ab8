package cadran.desktop.index;

import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Days, amounts, and yes and no, each as a whole number. */
final class NumberDictionary extends Dictionary {
    private final FieldKind kind;
    private final int decimals;
    private long[] numbers = new long[16];

    /** @param field whose values they are */
    NumberDictionary(Field field) {
        kind = field.kind();
        decimals = field.max();
    }

    @Override
    @Nullable
    Object kept(Object value) {
        return switch (value) {
            case LocalDate day -> day.toEpochDay();
            case Boolean flag -> flag ? 1L : 0L;
            case BigDecimal number
            when number.stripTrailingZeros().scale() <= decimals -> {
                var whole = number.setScale(decimals).unscaledValue();
                yield whole.bitLength() < Long.SIZE ? whole.longValue() : null;
            }
            default -> null;
        };
    }

    @Override
    int hash(Object kept) {
        return kept.hashCode();
    }

    @Override
    int hash(int ordinal) {
        return Long.hashCode(numbers[ordinal]);
    }

    @Override
    boolean is(int ordinal, Object kept) {
        return numbers[ordinal] == (Long) kept;
    }

    @Override
    void append(Object kept) {
        int ordinal = size() + 1;
        if (ordinal == numbers.length) {
            numbers = Arrays.copyOf(numbers, ordinal * 2);
        }
        numbers[ordinal] = (Long) kept;
    }

    @Override
    Object value(int ordinal) {
        return switch (kind) {
            case FLAG -> numbers[ordinal] != 0;
            case DATE -> LocalDate.ofEpochDay(numbers[ordinal]);
            default -> amount(numbers[ordinal]);
        };
    }

    /** Amounts are added up without their point. */
    long unscaled(int ordinal) {
        return numbers[ordinal];
    }

    BigDecimal amount(long unscaled) {
        return BigDecimal.valueOf(unscaled, decimals);
    }

    @Override
    int compare(int ordinal, int other) {
        return Long.compare(numbers[ordinal], numbers[other]);
    }

    /** An amount may be asked for with more decimals than the column has. */
    @Override
    int compareTo(int ordinal, Object value) {
        if (value instanceof BigDecimal number) {
            return amount(numbers[ordinal]).compareTo(number);
        }
        return Long.compare(numbers[ordinal], (Long) Objects.requireNonNull(kept(value)));
    }
}
