package cadran.server.sync;

import cadran.model.ids.UuidV7;
import cadran.model.problem.Problem;
import cadran.server.db.Tx;
import cadran.server.http.HttpProblem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The order of an organisation's changes, and the running hash that tells one history from another. */
final class Feed {
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final FeedHead EMPTY = new FeedHead(new UUID(0, 0), 0, FeedHead.NOTHING, 0);

    private final InstantSource clock;
    private final UuidV7 ids;

    Feed(InstantSource clock, UuidV7 ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** Null before the first change. */
    @Nullable
    FeedHead read(Tx tx) {
        return head(tx, "");
    }

    FeedHead require(Tx tx) {
        var head = read(tx);
        return head == null ? EMPTY : head;
    }

    /**
     * Whoever holds it is alone in changing the organisation's rows, and has everything that was changed before. Taken
     * last: what is done under it is what limits how fast an organisation can be written to.
     */
    FeedHead lock(Tx tx) {
        var head = head(tx, " for update");
        if (head != null) return head;
        var first = new FeedHead(ids.next(), 0, FeedHead.NOTHING, 0);
        Sql.batch(
                tx,
                "insert into org_feed (org_id, feed_id, seq, hash, floor_seq) values (?, ?, 0, ?, 0)",
                List.of(first),
                (statement, feed) -> {
                    statement.setObject(1, tx.organisation().value());
                    statement.setObject(2, feed.feed());
                    statement.setString(3, feed.hash());
                });
        return first;
    }

    private static @Nullable FeedHead head(Tx tx, String lock) {
        var heads = new ArrayList<FeedHead>(1);
        Sql.query(
                tx,
                "select feed_id, seq, hash, floor_seq from org_feed where org_id = ?" + lock,
                List.of(tx.organisation().value()),
                (statement, organisation) -> statement.setObject(1, organisation.getFirst()),
                result -> heads.add(new FeedHead(
                        result.getObject(1, UUID.class), result.getLong(2), result.getString(3), result.getLong(4))));
        return heads.isEmpty() ? null : heads.getFirst();
    }

    /** Adds the changes of this transaction as one batch; pages end between batches, never inside one. */
    FeedHead append(Tx tx, FeedHead head, List<Pointer> changes) {
        if (changes.isEmpty()) return head;
        var organisation = tx.organisation().value();
        var digest = sha256();
        digest.update(HexFormat.of().parseHex(head.hash()));
        // Two histories may make the same changes of the same rows to the same versions; they differ all the same.
        digest.update(ids.next().toString().getBytes(StandardCharsets.US_ASCII));
        var numbered = new ArrayList<Map.Entry<Long, Pointer>>(changes.size());
        long seq = head.seq();
        for (Pointer change : changes) {
            digest.update(bytes(++seq, change));
            numbered.add(Map.entry(seq, change));
        }
        Sql.batch(
                tx,
                "insert into change_log (org_id, seq, entity, row_id, version, deleted, audience)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                numbered,
                (statement, entry) -> {
                    var change = entry.getValue();
                    statement.setObject(1, organisation);
                    statement.setLong(2, entry.getKey());
                    statement.setString(3, change.entity());
                    statement.setObject(4, change.row());
                    statement.setLong(5, change.version());
                    statement.setBoolean(6, change.deleted());
                    statement.setObject(7, change.audience());
                });
        var next = new FeedHead(head.feed(), seq, HexFormat.of().formatHex(digest.digest()), head.floor());
        Sql.batch(
                tx,
                "insert into feed_batch (org_id, seq, hash, made_at) values (?, ?, ?, ?)",
                List.of(next),
                (statement, batch) -> {
                    statement.setObject(1, organisation);
                    statement.setLong(2, batch.seq());
                    statement.setString(3, batch.hash());
                    statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
                });
        Sql.batch(tx, "update org_feed set seq = ?, hash = ? where org_id = ?", List.of(next), (statement, feed) -> {
            statement.setLong(1, feed.seq());
            statement.setString(2, feed.hash());
            statement.setObject(3, organisation);
        });
        return next;
    }

    /** The head, and the hashes at the ends of batches that the positions name. */
    record History(FeedHead head, Map<Long, String> hashes) {}

    History history(Tx tx, Collection<FeedPosition> positions) {
        var head = require(tx);
        var cursors = positions.stream()
                .filter(known -> isComparable(head, known))
                .map(FeedPosition::cursor)
                .collect(Collectors.toSet());
        return new History(head, hashesAt(tx, cursors));
    }

    /**
     * Refuses a client whose past is not ours: another feed, more than we have, or another hash at its cursor. That is
     * so after a restored backup, which gave out the same numbers again for other changes.
     */
    FeedHead requireUnforked(History history, FeedPosition known) {
        var head = history.head();
        if (known.feed() == null || known.cursor() == 0) return head;
        if (!known.feed().equals(head.feed()) || known.cursor() > head.seq()) throw forked();
        boolean hasOther = !Objects.equals(known.hash(), history.hashes().get(known.cursor()));
        if (isComparable(head, known) && hasOther) throw forked();
        return head;
    }

    /** Below the floor the hashes are gone; there the cursor itself is of no use any more. */
    private static boolean isComparable(FeedHead head, FeedPosition known) {
        return known.hash() != null && known.cursor() > 0 && known.cursor() >= head.floor();
    }

    static HttpProblem forked() {
        return HttpProblem.of(CONFLICT, "sync.forked");
    }

    /** For who must begin anew: what it has can't be brought up to date. */
    static HttpProblem expired(FeedHead head) {
        return HttpProblem.of(GONE, Problem.of("sync.cursor_expired").with("floor", head.floor()));
    }

    /** Empty where no batch ends. */
    String hashAt(Tx tx, long seq) {
        return hashesAt(tx, List.of(seq)).getOrDefault(seq, "");
    }

    private static Map<Long, String> hashesAt(Tx tx, Collection<Long> cursors) {
        var hashes = new HashMap<Long, String>();
        Sql.query(
                tx,
                "select b.seq, b.hash from unnest(?) as w (seq) join feed_batch b on b.org_id = ? and b.seq = w.seq",
                cursors,
                (statement, chunk) -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("bigint", chunk.toArray()));
                    statement.setObject(2, tx.organisation().value());
                },
                result -> hashes.put(result.getLong(1), result.getString(2)));
        return hashes;
    }

    /** The end of the batch in which the page from there is full, or the feed's end. */
    long pageEnd(Tx tx, FeedHead head, long from, int changes) {
        // As nearly always. Compaction takes changes away and adds none.
        if (head.seq() - from < changes) return head.seq();
        return tx.handle()
                .createQuery("""
                        select min(b.seq) from feed_batch b
                        where b.org_id = :org and b.seq >= (
                          select c.seq from change_log c where c.org_id = :org and c.seq > :from
                          order by c.org_id, c.seq limit 1 offset :skipped)
                        """)
                .bind("org", tx.organisation().value())
                .bind("from", from)
                .bind("skipped", changes - 1)
                .mapTo(Long.class)
                .findOne()
                .orElse(head.seq());
    }

    /** What changed in between, oldest first, of rows that one of the audiences could see. */
    void changes(Tx tx, long from, long to, Set<UUID> audiences, Consumer<Pointer> sink) {
        Sql.query(
                tx,
                """
                select entity, row_id, version, deleted, audience from change_log
                where org_id = ? and seq > ? and seq <= ? and audience = any(?) order by org_id, seq
                """,
                List.of(to),
                (statement, end) -> {
                    statement.setObject(1, tx.organisation().value());
                    statement.setLong(2, from);
                    statement.setLong(3, end.getFirst());
                    statement.setArray(4, statement.getConnection().createArrayOf("uuid", audiences.toArray()));
                },
                result -> sink.accept(new Pointer(
                        result.getString(1),
                        result.getObject(2, UUID.class),
                        result.getLong(3),
                        result.getBoolean(4),
                        result.getObject(5, UUID.class))));
    }

    /** The versions that rows which are no more had when they were deleted. */
    Map<UUID, Long> lastVersions(Tx tx, Collection<UUID> rows) {
        var versions = new HashMap<UUID, Long>();
        Sql.query(
                tx,
                """
                select c.row_id, max(c.version) from unnest(?) as w (id)
                join change_log c on c.org_id = ? and c.row_id = w.id
                group by c.row_id
                """,
                rows,
                (statement, chunk) -> Sql.bindIds(statement, tx, chunk),
                result -> versions.put(result.getObject(1, UUID.class), result.getLong(2)));
        return versions;
    }

    private static byte[] bytes(long seq, Pointer change) {
        var entity = change.entity().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + 1 + entity.length + 16 + 8 + 1 + 16)
                .putLong(seq)
                .put((byte) entity.length)
                .put(entity)
                .putLong(change.row().getMostSignificantBits())
                .putLong(change.row().getLeastSignificantBits())
                .putLong(change.version())
                .put((byte) (change.deleted() ? 1 : 0))
                .putLong(change.audience().getMostSignificantBits())
                .putLong(change.audience().getLeastSignificantBits())
                .array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
