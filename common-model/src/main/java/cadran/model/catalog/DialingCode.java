package cadran.model.catalog;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.UniqueKey;
import java.util.UUID;

/** A territory's dialling code. Several territories share one prefix (Guadeloupe and Saint-Martin +590), so the code names it. */
public record DialingCode(UUID id, String code, String prefix, String label, boolean active) {
    public static final EntityType<DialingCode> TYPE = EntityType.of("dialing_code", "dialing-codes", DialingCode.class)
            .fields(
                    Field.text("code", 5).mandatory(),
                    Field.text("prefix", 5).mandatory(),
                    Field.text("label", 100).mandatory(),
                    Field.flag("active"))
            .unique(UniqueKey.of("code"))
            .labelled("code", "prefix")
            .build();
}
