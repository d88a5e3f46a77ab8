package cadran.model.catalog;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.UniqueKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A telephone operator that numbers are bought from or stand at.
 *
 * @param holderCodes what the regulator's file of blocks calls it, parted by commas
 */
public record Carrier(
        UUID id,
        String code,
        String name,
        @Nullable CarrierKind kind,
        @Nullable String contact,
        @Nullable String holderCodes,
        boolean active) {
    public static final EntityType<Carrier> TYPE = EntityType.of("carrier", "carriers", Carrier.class)
            .fields(
                    Field.text("code", 20).mandatory(),
                    Field.text("name", 100).mandatory(),
                    Field.code("kind", CarrierKind.class),
                    Field.text("contact", 255),
                    Field.text("holderCodes", 100),
                    Field.flag("active"))
            .unique(UniqueKey.of("code"))
            .labelled("name")
            .build();
}
