package cadran.model.catalog;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.UniqueKey;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A territory's dialling code. Several territories share one prefix (Guadeloupe and Saint-Martin +590), so the code names it.
 *
 * @param recoverableDays for how many days a number that was given back can be had again at its carrier; not at all where empty
 */
public record DialingCode(
        UUID id,
        String code,
        String prefix,
        String label,
        boolean active,
        @Nullable BigDecimal recoverableDays) {
    public static final EntityType<DialingCode> TYPE = EntityType.of("dialing_code", "dialing-codes", DialingCode.class)
            .fields(
                    Field.text("code", 5).mandatory(),
                    Field.text("prefix", 5).mandatory(),
                    Field.text("label", 100).mandatory(),
                    Field.flag("active"),
                    Field.decimal("recoverableDays", 0))
            .unique(UniqueKey.of("code"))
            .labelled("code", "prefix")
            .rules(new DayRules("recoverableDays"))
            .build();
}
