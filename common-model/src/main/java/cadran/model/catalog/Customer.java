package cadran.model.catalog;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.UniqueKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer of the organisation: whom numbers are given to. */
public record Customer(
        UUID id,
        String code,
        String name,
        @Nullable String siret,
        @Nullable String address,
        @Nullable String contactName,
        @Nullable String contactEmail,
        @Nullable String contactPhone,
        boolean active) {
    public static final EntityType<Customer> TYPE = EntityType.of("customer", "customers", Customer.class)
            .fields(
                    Field.text("code", 20).mandatory(),
                    Field.text("name", 200).mandatory(),
                    Field.text("siret", 14),
                    Field.text("address", 500),
                    Field.text("contactName", 100),
                    Field.text("contactEmail", 255),
                    Field.text("contactPhone", 20),
                    Field.flag("active"))
            .unique(UniqueKey.of("code"))
            .labelled("name")
            .build();
}
