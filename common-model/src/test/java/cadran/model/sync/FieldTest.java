package cadran.model.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cadran.model.numbers.DidStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldTest {
    private static final Field TEXT = Field.text("text", 5);
    private static final Field CODE = Field.code("code", DidStatus.class);
    private static final Field PRICE = Field.decimal("price", 2);
    private static final Field DAY = Field.date("day");

    private static Arguments of(Field field, @Nullable Object value, String problem) {
        return Arguments.of(field, value, problem);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                of(TEXT, null, ""),
                of(TEXT.mandatory(), null, "field.required"),
                of(TEXT.mandatory(), " \t", "field.required"),
                of(TEXT, "12345", ""),
                of(TEXT, "123456", "field.too_long"),
                of(TEXT, "a\0b", "field.bad_text"),
                of(TEXT, "\ud83d", "field.bad_text"),
                of(TEXT, "\ud83d\ude00", ""),
                of(CODE, "AVAILABLE", ""),
                of(CODE, "available", "field.unknown_code"),
                of(PRICE, new BigDecimal("0.00"), ""),
                of(PRICE, new BigDecimal("99999999.99"), ""),
                of(PRICE, new BigDecimal("100000000"), "field.out_of_range"),
                of(PRICE, new BigDecimal("1E+8"), "field.out_of_range"),
                of(PRICE, new BigDecimal("1.10000"), ""),
                of(PRICE, new BigDecimal("1.001"), "field.out_of_range"),
                of(DAY, LocalDate.of(9999, 12, 31), ""),
                of(DAY, LocalDate.of(10_000, 1, 1), "field.out_of_range"),
                of(DAY, LocalDate.of(0, 1, 1), "field.out_of_range"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueIsHeldToItsField(Field field, @Nullable Object value, String problem) {
        var found = field.check(value);
        assertEquals(problem, found == null ? "" : found.code());
        if (found != null) assertEquals(field.name(), found.field());
    }

    @ParameterizedTest
    @MethodSource("quotations")
    void whatAProblemQuotesIsShortAndStorable(String value, String quoted) {
        var problem = CODE.check(value);
        assertEquals(quoted, problem == null ? "" : problem.args().get("value"));
    }

    static Stream<Arguments> quotations() {
        return Stream.of(
                of("a\0\ud800b", "a\ufffd\ufffdb"),
                of("\ud83d\ude00", "\ud83d\ude00"),
                of("x".repeat(1_000), "x".repeat(40)));
    }

    private static Arguments of(String value, String quoted) {
        return Arguments.of(value, quoted);
    }

    @ParameterizedTest
    @MethodSource("tidied")
    void aValueIsComparedInOneForm(Field field, @Nullable Object value, @Nullable Object tidy) {
        assertEquals(tidy, field.tidy(value));
    }

    static Stream<Arguments> tidied() {
        return Stream.of(
                Arguments.of(TEXT, " a b ", "a b"),
                Arguments.of(TEXT, "  ", null),
                Arguments.of(TEXT, null, null),
                Arguments.of(PRICE, new BigDecimal("1.5"), new BigDecimal("1.50")),
                Arguments.of(PRICE, new BigDecimal("1.5000"), new BigDecimal("1.50")),
                Arguments.of(PRICE, new BigDecimal("1E+2"), new BigDecimal("100.00")),
                Arguments.of(PRICE, new BigDecimal("1.555"), new BigDecimal("1.555")),
                Arguments.of(PRICE, new BigDecimal("0.000"), new BigDecimal("0.00")));
    }
}
