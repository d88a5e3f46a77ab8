package cadran.server.auth;

import cadran.model.ids.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Codes that are shown once and work once. Their table belongs to no organisation, because a code is what its bearer
 * has before anybody knows which one; it can be reached from every transaction.
 */
public final class OneTimeCodes {
    public static final Duration LIFE = Duration.ofDays(7);

    public enum Purpose {
        SET_UP,
        INVITATION,
        RESET,
        OPERATOR_RESET
    }

    /**
     * A code that was right.
     *
     * @param subject the invitation, or the account to reset
     */
    public record Code(
            Purpose purpose,
            String hash,
            UUID subject,
            @Nullable OrganisationId organisation) {
        public OrganisationId inOrganisation() {
            if (organisation == null) throw new IllegalStateException("This code is of no organisation");
            return organisation;
        }
    }

    private final Secrets secrets;
    private final InstantSource clock;

    public OneTimeCodes(Secrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Earlier codes for the same subject stop working. */
    public String issue(Handle handle, Purpose purpose, UUID subject, @Nullable OrganisationId organisation) {
        revoke(handle, subject);
        var code = secrets.code();
        handle.createUpdate("""
                        insert into one_time_code (hash, purpose, subject, organisation_id, expires_at)
                        values (:hash, :purpose, :subject, cast(:organisation as uuid), :expires)
                        """)
                .bind("hash", hash(code))
                .bind("purpose", purpose)
                .bind("subject", subject)
                .bindByType("organisation", organisation == null ? null : organisation.value(), UUID.class)
                .bind("expires", Times.utc(expiry()))
                .execute();
        return code;
    }

    public Instant expiry() {
        return clock.instant().plus(LIFE);
    }

    public Optional<Code> find(Handle handle, Purpose purpose, String typed) {
        return handle.createQuery("""
                        select hash, subject, organisation_id from one_time_code
                        where hash = :hash and purpose = :purpose and expires_at > :now
                        """)
                .bind("hash", hash(typed))
                .bind("purpose", purpose)
                .bind("now", Times.utc(clock.instant()))
                .map((row, context) -> {
                    var organisation = row.getObject("organisation_id", UUID.class);
                    return new Code(
                            purpose,
                            row.getString("hash"),
                            row.getObject("subject", UUID.class),
                            organisation == null ? null : new OrganisationId(organisation));
                })
                .findOne();
    }

    /** Whether this transaction is the one that uses it up. */
    public boolean take(Handle handle, Code code) {
        return handle.createUpdate("delete from one_time_code where hash = :hash")
                        .bind("hash", code.hash())
                        .execute()
                == 1;
    }

    public void revoke(Handle handle, UUID subject) {
        handle.createUpdate("delete from one_time_code where subject = :subject")
                .bind("subject", subject)
                .execute();
    }

    /** Housekeeping, once a day. */
    public int purge(Handle handle) {
        return handle.createUpdate("delete from one_time_code where expires_at <= :now")
                .bind("now", Times.utc(clock.instant()))
                .execute();
    }

    private static String hash(String typed) {
        return Secrets.hash(Secrets.canonicalCode(typed));
    }
}
