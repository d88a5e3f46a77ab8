package cadran.model.catalog;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.UniqueKey;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What kind of number it is to its users: geographic, mobile, free, surcharged.
 *
 * @param restDays for how many days such a number is not offered again after it was taken from a customer; none where empty
 */
public record NumberType(
        UUID id,
        String code,
        String label,
        @Nullable String description,
        boolean active,
        @Nullable BigDecimal restDays) {
    public static final EntityType<NumberType> TYPE = EntityType.of("number_type", "number-types", NumberType.class)
            .fields(
                    Field.text("code", 20).mandatory(),
                    Field.text("label", 100).mandatory(),
                    Field.text("description", 500),
                    Field.flag("active"),
                    Field.decimal("restDays", 0))
            .unique(UniqueKey.of("code"))
            .labelled("label")
            .rules(new DayRules("restDays"))
            .build();
}
