package cadran.model.numbers;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.MergeClass;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Neighbouring numbers that a carrier gave the organisation together, under one contract. No two of an organisation
 * have a number in common. Its numbers are rows of their own, and may be missing.
 *
 * @param customerId whose pool its numbers are
 * @param headNumber the one that stands for all of them at the carrier
 * @param trunk the line that their calls arrive by
 * @param priceOne monthly, of a single number; the others of ten and of a hundred together
 */
public record NumberRange(
        UUID id,
        UUID dialingCodeId,
        String firstNumber,
        String lastNumber,
        UUID carrierId,
        @Nullable UUID customerId,
        @Nullable String headNumber,
        @Nullable String trunk,
        @Nullable String contractReference,
        @Nullable String notes,
        @Nullable BigDecimal priceOne,
        @Nullable BigDecimal priceTen,
        @Nullable BigDecimal priceHundred,
        @Nullable String currency) {
    /** As many as one block that French carriers are given at most. */
    public static final int MOST_NUMBERS = 100_000;

    public static final EntityType<NumberRange> TYPE = EntityType.of("number_range", "ranges", NumberRange.class)
            .fields(
                    Field.reference("dialingCodeId", "dialing_code").mandatory().merged(MergeClass.IDENTITY),
                    Field.text("firstNumber", 16).mandatory().merged(MergeClass.IDENTITY),
                    Field.text("lastNumber", 16).mandatory().merged(MergeClass.IDENTITY),
                    Field.reference("carrierId", "carrier").mandatory(),
                    Field.reference("customerId", "customer"),
                    Field.text("headNumber", 16),
                    Field.text("trunk", 100),
                    Field.text("contractReference", 100).merged(MergeClass.COMMERCIAL),
                    Field.text("notes", 10_000))
            .section(
                    "cost",
                    Field.decimal("priceOne", 2),
                    Field.decimal("priceTen", 2),
                    Field.decimal("priceHundred", 2),
                    Field.text("currency", 3).merged(MergeClass.COMMERCIAL))
            .labelled("firstNumber", "lastNumber")
            .rules(new NumberRangeRules())
            .build();

    /** How many numbers there are from one to the other, which has as many digits. */
    public static long size(String first, String last) {
        return digits(last) - digits(first) + 1;
    }

    public long size() {
        return size(firstNumber, lastNumber);
    }

    /** All of them, in order. */
    public Stream<String> numbers() {
        return LongStream.rangeClosed(digits(firstNumber), digits(lastNumber)).mapToObj(digits -> "+" + digits);
    }

    /** No canonical number begins with a zero behind its plus, so nothing is lost. */
    private static long digits(String e164) {
        return Long.parseLong(e164.substring(1));
    }
}
