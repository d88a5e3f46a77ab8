package cadran.model.catalog;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.UniqueKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's own division of its numbers: a site, a service, a brand. */
public record CustomerGroup(
        UUID id,
        UUID customerId,
        String code,
        String label,
        @Nullable String description,
        boolean active) {
    public static final EntityType<CustomerGroup> TYPE = EntityType.of(
                    "customer_group", "customer-groups", CustomerGroup.class)
            .fields(
                    Field.reference("customerId", "customer").mandatory(),
                    Field.text("code", 50).mandatory(),
                    Field.text("label", 200).mandatory(),
                    Field.text("description", 500),
                    Field.flag("active"))
            .unique(UniqueKey.of("customerId", "code"))
            .labelled("label")
            .build();
}
