package cadran.model.catalog;

import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.MergeClass;
import cadran.model.sync.Neighbours;
import cadran.model.sync.Row;
import cadran.model.sync.RowRules;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many numbers of a type, and of a region, the organisation wants to have free at least.
 *
 * @param regionId all regions together where it is left out
 * @param description why it is that many
 */
public record StockLevel(
        UUID id,
        UUID typeId,
        @Nullable UUID regionId,
        BigDecimal minimum,
        @Nullable String description) {
    public static final EntityType<StockLevel> TYPE = EntityType.of("stock_level", "stock-levels", StockLevel.class)
            .fields(
                    Field.reference("typeId", "number_type").mandatory().merged(MergeClass.IDENTITY),
                    Field.reference("regionId", "region").merged(MergeClass.IDENTITY),
                    Field.decimal("minimum", 0).mandatory().merged(MergeClass.DESCRIPTIVE),
                    Field.text("description", 200))
            .partOf("typeId")
            .labelled("minimum")
            .rules(new Rules())
            .build();

    private static final class Rules implements RowRules {
        @Override
        public @Nullable Problem check(Row row) {
            return row.get("minimum") instanceof BigDecimal minimum && minimum.signum() <= 0
                    ? Problem.of("stock.no_minimum").at("minimum")
                    : null;
        }

        /** No unique key can say it: to a database, two rows without a region are never the same. */
        @Override
        public @Nullable Problem checkBeside(@Nullable Row before, Row after, Neighbours beside) {
            if (before != null) {
                return null;
            }
            var type = Objects.requireNonNull(after.reference("typeId"));
            return beside.pointingTo(after.type(), "typeId", type).stream()
                    .filter(other -> !other.id().equals(after.id())
                            && Objects.equals(other.get("regionId"), after.get("regionId")))
                    .findFirst()
                    .map(other -> Problem.of("stock.has_level")
                            .with("id", other.id())
                            .with("label", other.label())
                            .at("regionId"))
                    .orElse(null);
        }
    }
}
