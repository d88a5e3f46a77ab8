package cadran.model.catalog;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.MergeClass;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's numbers are used for. Codes may repeat: users reuse last year's.
 *
 * @param customerId for good: the numbers that work for it are this customer's
 */
public record Campaign(
        UUID id,
        UUID customerId,
        String code,
        String name,
        @Nullable String description,
        @Nullable String hermesId,
        @Nullable DialingMode dialingMode,
        @Nullable Channel channel,
        boolean active) {
    public static final EntityType<Campaign> TYPE = EntityType.of("campaign", "campaigns", Campaign.class)
            .fields(
                    Field.reference("customerId", "customer").mandatory().merged(MergeClass.IDENTITY),
                    Field.text("code", 50).mandatory(),
                    Field.text("name", 200).mandatory(),
                    Field.text("description", 500),
                    Field.text("hermesId", 50),
                    Field.code("dialingMode", DialingMode.class),
                    Field.code("channel", Channel.class),
                    Field.flag("active"))
            .labelled("name")
            .build();
}
