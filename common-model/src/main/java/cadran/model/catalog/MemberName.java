package cadran.model.catalog;

import cadran.model.organisations.Permission;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import java.util.UUID;

/**
 * What everybody in an organisation may know of a member, also without a network. The server writes it from the
 * memberships, and nobody else does.
 *
 * @param id the user's
 * @param active not when they left; what is theirs still names them
 */
public record MemberName(UUID id, String name, boolean active) {
    public static final EntityType<MemberName> TYPE = EntityType.of("member", "members", MemberName.class)
            .fields(Field.text("name", 100).mandatory(), Field.flag("active"))
            .labelled("name")
            .writtenBy(Permission.MEMBERS_REPORT)
            .build();
}
