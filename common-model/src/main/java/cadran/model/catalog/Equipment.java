package cadran.model.catalog;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.UniqueKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The machine a number arrives at: a session border controller, an exchange, a trunk. */
public record Equipment(
        UUID id,
        String code,
        String name,
        @Nullable EquipmentKind kind,
        @Nullable String ipAddress,
        boolean active) {
    public static final EntityType<Equipment> TYPE = EntityType.of("equipment", "equipment", Equipment.class)
            .fields(
                    Field.text("code", 20).mandatory(),
                    Field.text("name", 100).mandatory(),
                    Field.code("kind", EquipmentKind.class),
                    Field.text("ipAddress", 45),
                    Field.flag("active"))
            .unique(UniqueKey.of("code"))
            .labelled("name")
            .build();
}
