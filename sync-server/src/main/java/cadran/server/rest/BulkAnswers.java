package cadran.server.rest;

import cadran.model.problem.Problem;
import cadran.server.db.Tx;
import cadran.server.http.Caller;
import cadran.server.http.HttpProblem;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What bulk requests were answered, by the key that their caller gave them. It is written in the transaction that does
 * what was asked, so the same request again, however it was cut off, finds either both or neither.
 */
final class BulkAnswers {
    static final String HEADER = "Idempotency-Key";
    /** For as long as somebody may reasonably not know whether their request came through. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,100}");
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    private final InstantSource clock;

    BulkAnswers(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A request that can be sent again.
     *
     * @param author who has the key to themselves
     * @param hash of what was asked
     */
    record Key(UUID author, String text, String hash) {}

    /** Empty where the caller gave none. */
    static Optional<Key> of(Context request, Caller caller, String asked) {
        var text = request.header(HEADER);
        if (text == null) return Optional.empty();
        if (!KEY.matcher(text).matches()) {
            throw HttpProblem.of(
                    BAD_REQUEST, Problem.of("http.bad_idempotency_key").at(HEADER));
        }
        var actor = caller.actor();
        var user = actor.user();
        var author = actor.apiKey() != null
                ? actor.apiKey()
                : Objects.requireNonNull(user).value();
        return Optional.of(new Key(author, text, sha256(asked)));
    }

    /** What was answered before; another request under the same key is a mistake. */
    Optional<String> find(Tx tx, Key key) {
        record Kept(String hash, String answer) {}
        return tx.handle()
                .createQuery("select request_hash, answer from bulk_answer"
                        + " where org_id = :org and author_id = :author and request_key = :key")
                .bind("org", tx.organisation().value())
                .bind("author", key.author())
                .bind("key", key.text())
                .map((row, context) -> new Kept(row.getString(1), unpacked(row.getBytes(2))))
                .findOne()
                .map(kept -> {
                    if (!kept.hash().equals(key.hash())) {
                        throw HttpProblem.of(
                                UNPROCESSABLE,
                                Problem.of("http.idempotency_key_reused").at(HEADER));
                    }
                    return kept.answer();
                });
    }

    /**
     * Before anything is done: of two that come at once the second waits here until the first is done, then fails, is run
     * anew by the database's door, and finds the first's answer.
     */
    void claim(Tx tx, Key key) {
        var now = clock.instant();
        tx.handle()
                .createUpdate("delete from bulk_answer where org_id = :org and made_at < :before")
                .bind("org", tx.organisation().value())
                .bind("before", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .execute();
        tx.handle()
                .createUpdate("insert into bulk_answer (org_id, author_id, request_key, request_hash, answer, made_at)"
                        + " values (:org, :author, :key, :hash, :nothing, :now)")
                .bind("org", tx.organisation().value())
                .bind("author", key.author())
                .bind("key", key.text())
                .bind("hash", key.hash())
                .bind("nothing", new byte[0])
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** In the transaction that claimed the key. */
    void keep(Tx tx, Key key, String answer) {
        tx.handle()
                .createUpdate("update bulk_answer set answer = :answer"
                        + " where org_id = :org and author_id = :author and request_key = :key")
                .bind("org", tx.organisation().value())
                .bind("author", key.author())
                .bind("key", key.text())
                .bind("answer", packed(answer))
                .execute();
    }

    private static byte[] packed(String answer) {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            packing.write(answer.getBytes(StandardCharsets.UTF_8));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static String unpacked(byte[] packed) {
        try (var unpacking = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(unpacking.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
