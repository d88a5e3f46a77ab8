package cadran.model.numbers;

import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.MergeClass;
import cadran.model.sync.Row;
import cadran.model.sync.RowRules;
import cadran.model.sync.UniqueKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a number costs from a day on, until the next one begins. Today's stands in the number too, so that lists are as fast
 * as they are.
 *
 * @param monthlyCost empty where it is not known
 * @param currency the organisation's where it is left out
 * @param description why it is that one
 */
public record NumberPrice(
        UUID id,
        UUID didId,
        LocalDate startsOn,
        @Nullable BigDecimal monthlyCost,
        @Nullable String currency,
        @Nullable String description) {
    public static final EntityType<NumberPrice> TYPE = EntityType.of("number_price", "number-prices", NumberPrice.class)
            .fields(
                    Field.reference("didId", "did").mandatory().merged(MergeClass.IDENTITY),
                    Field.date("startsOn").mandatory().merged(MergeClass.IDENTITY),
                    Field.decimal("monthlyCost", 2),
                    Field.text("currency", 3).merged(MergeClass.COMMERCIAL),
                    Field.text("description", 200))
            .partOf("didId")
            .unique(UniqueKey.of("didId", "startsOn"))
            .labelled("startsOn")
            .rules(new Rules())
            .build();

    private static final class Rules implements RowRules {
        @Override
        public @Nullable Problem check(Row row) {
            return Prices.check(row, "monthlyCost");
        }
    }
}
