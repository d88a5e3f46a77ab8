package cadran.server.audit;

import cadran.model.audit.AuditCheck;
import cadran.model.ids.OrganisationId;
import cadran.server.db.Database;
import cadran.server.db.Tx;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The audit log of each organisation. Every entry carries a hash over itself and the one before, so a changed, removed
 * or inserted entry shows; the personal part goes into the chain only as a salted digest and can be erased.
 */
public final class AuditLog {
    /** A place where the log is not what was written. */
    public record Broken(long seq, String reason) {}

    private static final int SALT_BYTES = 16;
    private static final int PAGE = 1_000;
    private static final byte[] BEGINNING = new byte[32];

    private final AuditStore store = new AuditStore();
    private final InstantSource clock;
    private final SecureRandom random;

    public AuditLog(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * Who did what, and with which thing.
     *
     * @param place null where no row of a synced table was changed
     */
    public record Told(
            Actor actor,
            String action,
            String entity,
            String entityId,
            AuditDetails details,
            @Nullable Place place) {}

    /**
     * Where in the history of rows an entry is found. Not a part of the chain: it says nothing that the entry doesn't.
     *
     * @param subject the row in whose history it belongs
     * @param audience who may see it, null for the whole organisation
     * @param edit what it was done together with
     */
    public record Place(UUID subject, @Nullable UUID audience, UUID edit) {}

    public void append(Tx tx, Actor actor, String action, String entity, String entityId, AuditDetails details) {
        append(tx, List.of(new Told(actor, action, entity, entityId, details, null)));
    }

    /**
     * Writes within the caller's transaction, so that what happened and what is told about it stand or fall together.
     * Call it after the business change: its head row stays locked until the commit, and only the feed's is locked
     * behind it.
     */
    public void append(Tx tx, List<Told> all) {
        if (all.isEmpty()) return;
        var head = store.head(tx, true).orElseGet(() -> begin(tx));
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var entries = new ArrayList<AuditEntry>(all.size());
        for (Told told : all) {
            var entry = entry(head, at, told);
            entries.add(entry);
            head = new AuditStore.Head(entry.seq(), entry.chain());
        }
        store.insert(tx, entries);
        store.move(tx, head);
    }

    private AuditEntry entry(AuditStore.Head head, Instant at, Told told) {
        var actor = told.actor();
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var text = told.details().canonical();
        var digest = AuditEntry.digest(salt, text);
        long seq = head.seq() + 1;
        var chain =
                AuditEntry.chain(head.chain(), seq, at, actor, told.action(), told.entity(), told.entityId(), digest);
        return new AuditEntry(
                seq, at, actor, told.action(), told.entity(), told.entityId(), told.place(), text, salt, digest, chain);
    }

    private AuditStore.Head begin(Tx tx) {
        var head = new AuditStore.Head(0, BEGINNING);
        store.begin(tx, head);
        return head;
    }

    /** Takes the personal part out of everything that was told about one thing or person; returns how many entries. */
    public int erase(Tx tx, String entity, String entityId) {
        return store.erase(tx, entity, entityId);
    }

    /** The organisations that have a log. */
    public List<OrganisationId> organisations(Database database) {
        return database.inPlatform(store::organisations);
    }

    /** The first entry that is not as it was written, if any; a tail that was cut off shows against the head. */
    public Optional<Broken> verify(Database database, OrganisationId organisation) {
        return database.inSnapshot(organisation, this::firstBroken);
    }

    /** The same, for whoever asks over HTTP. */
    public AuditCheck check(Database database, OrganisationId organisation) {
        return database.inSnapshot(
                organisation,
                tx -> new AuditCheck(
                        store.head(tx, false).map(AuditStore.Head::seq).orElse(0L),
                        firstBroken(tx).map(Broken::seq).orElse(null)));
    }

    private Optional<Broken> firstBroken(Tx tx) {
        var last = new AuditStore.Head(0, BEGINNING);
        for (var page = store.after(tx, 0, PAGE); !page.isEmpty(); page = store.after(tx, last.seq(), PAGE)) {
            for (AuditEntry entry : page) {
                var broken = check(last, entry);
                if (broken.isPresent()) return broken;
                last = new AuditStore.Head(entry.seq(), entry.chain());
            }
        }
        var head = store.head(tx, false).orElse(new AuditStore.Head(0, BEGINNING));
        boolean whole = head.seq() == last.seq() && Arrays.equals(head.chain(), last.chain());
        return whole ? Optional.empty() : Optional.of(new Broken(last.seq() + 1, "the end of the log is missing"));
    }

    private static Optional<Broken> check(AuditStore.Head previous, AuditEntry entry) {
        long expected = previous.seq() + 1;
        if (entry.seq() != expected) return Optional.of(new Broken(expected, "the entry is missing"));
        var details = entry.details();
        var salt = entry.salt();
        boolean erased = details == null && salt == null;
        if (!erased
                && (details == null
                        || salt == null
                        || !Arrays.equals(AuditEntry.digest(salt, details), entry.digest()))) {
            return Optional.of(new Broken(expected, "the details were changed"));
        }
        var chain = AuditEntry.chain(
                previous.chain(),
                entry.seq(),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.entity(),
                entry.entityId(),
                entry.digest());
        return Arrays.equals(chain, entry.chain())
                ? Optional.empty()
                : Optional.of(new Broken(expected, "the entry was changed"));
    }
}
