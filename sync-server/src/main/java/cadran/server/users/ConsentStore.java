package cadran.server.users;

import cadran.model.auth.Consent;
import cadran.model.auth.ConsentDocument;
import cadran.model.ids.UserId;
import cadran.server.auth.Times;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of {@code consent}; a change of mind is another row. */
final class ConsentStore {
    void insert(Handle handle, UUID id, UserId user, Consent consent, Instant at, String address) {
        handle.createUpdate("""
                        insert into consent (id, user_id, document, version, granted, at, address)
                        values (:id, :user, :document, :version, :granted, :at, :address)
                        """)
                .bind("id", id)
                .bind("user", user.value())
                .bind("document", consent.document())
                .bind("version", consent.version())
                .bind("granted", consent.granted())
                .bind("at", Times.utc(at))
                .bind("address", address)
                .execute();
    }

    /** The last word of the person about each document. */
    List<Consent> latest(Handle handle, UserId user) {
        Map<ConsentDocument, Consent> latest = new EnumMap<>(ConsentDocument.class);
        handle.createQuery("select document, version, granted from consent where user_id = :user order by at, id")
                .bind("user", user.value())
                .map((row, context) -> new Consent(
                        ConsentDocument.valueOf(row.getString("document")),
                        row.getString("version"),
                        row.getBoolean("granted")))
                .forEach(consent -> latest.put(consent.document(), consent));
        return List.copyOf(latest.values());
    }
}
