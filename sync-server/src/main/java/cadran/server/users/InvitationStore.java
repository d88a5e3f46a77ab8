package cadran.server.users;

import cadran.model.ids.UserId;
import cadran.model.organisations.Invitation;
import cadran.model.organisations.Role;
import cadran.server.auth.CodeList;
import cadran.server.auth.Times;
import cadran.server.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of {@code invitation}. */
final class InvitationStore {
    /** Neither taken up nor withdrawn; it may have expired. */
    private static final String OPEN = "org_id = :org and accepted_at is null and revoked_at is null";

    void insert(Tx tx, Invitation invitation, @Nullable UserId by) {
        tx.handle()
                .createUpdate("""
                        insert into invitation (org_id, id, email, roles, teams, invited_by, created_at, expires_at)
                        values (:org, :id, :email, :roles, :teams, cast(:by as uuid), :created, :expires)
                        """)
                .bind("org", tx.organisation().value())
                .bind("id", invitation.id())
                .bind("email", invitation.email())
                .bind("roles", CodeList.write(Role.class, invitation.roles()))
                .bind("teams", invitation.teams().stream().map(UUID::toString).collect(Collectors.joining(",")))
                .bindByType("by", by == null ? null : by.value(), UUID.class)
                .bind("created", Times.utc(invitation.createdAt()))
                .bind("expires", Times.utc(invitation.expiresAt()))
                .execute();
    }

    List<Invitation> open(Tx tx) {
        return tx.handle()
                .createQuery("select * from invitation where " + OPEN + " order by created_at desc, id")
                .bind("org", tx.organisation().value())
                .map((row, context) -> invitation(row))
                .list();
    }

    Optional<Invitation> open(Tx tx, UUID id) {
        return open(tx).stream()
                .filter(invitation -> invitation.id().equals(id))
                .findFirst();
    }

    void accept(Tx tx, UUID id, Instant now) {
        end(tx, id, now, "accepted_at");
    }

    void revoke(Tx tx, UUID id, Instant now) {
        end(tx, id, now, "revoked_at");
    }

    private static void end(Tx tx, UUID id, Instant now, String column) {
        tx.handle()
                .createUpdate("update invitation set " + column + " = :now where " + OPEN + " and id = :id")
                .bind("now", Times.utc(now))
                .bind("org", tx.organisation().value())
                .bind("id", id)
                .execute();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getString("email"),
                List.copyOf(CodeList.read(Role.class, row.getString("roles"))),
                Arrays.stream(row.getString("teams").split(",", -1))
                        .filter(id -> !id.isEmpty())
                        .map(UUID::fromString)
                        .toList(),
                Times.read(row, "created_at"),
                Times.read(row, "expires_at"));
    }
}
