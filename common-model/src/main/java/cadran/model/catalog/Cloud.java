package cadran.model.catalog;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.UniqueKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hosted platform that calls are routed to. */
public record Cloud(
        UUID id, String code, String name, @Nullable String routing, boolean active) {
    public static final EntityType<Cloud> TYPE = EntityType.of("cloud", "clouds", Cloud.class)
            .fields(
                    Field.text("code", 20).mandatory(),
                    Field.text("name", 100).mandatory(),
                    Field.text("routing", 255),
                    Field.flag("active"))
            .unique(UniqueKey.of("code"))
            .labelled("name")
            .build();
}
