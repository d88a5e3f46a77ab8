package cadran.model.catalog;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.UniqueKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of a territory as its users divide it: their own data, not the regulator's. */
public record Region(
        UUID id,
        UUID dialingCodeId,
        String code,
        String label,
        @Nullable String prefix,
        boolean active) {
    public static final EntityType<Region> TYPE = EntityType.of("region", "regions", Region.class)
            .fields(
                    Field.reference("dialingCodeId", "dialing_code").mandatory(),
                    Field.text("code", 10).mandatory(),
                    Field.text("label", 100).mandatory(),
                    Field.text("prefix", 5),
                    Field.flag("active"))
            .unique(UniqueKey.of("dialingCodeId", "code"))
            .labelled("label")
            .build();
}
