package cadran.server.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log.
 *
 * @param place null in one that was read to look whether the log is whole
 * @param details null once the personal part was erased; the digest stays and with it the chain
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record AuditEntry(
        long seq,
        Instant at,
        Actor actor,
        String action,
        String entity,
        String entityId,
        AuditLog.@Nullable Place place,
        @Nullable String details,
        byte @Nullable [] salt,
        byte[] digest,
        byte[] chain) {

    static byte[] digest(byte[] salt, String details) {
        var sha256 = sha256();
        sha256.update(salt);
        return sha256.digest(details.getBytes(StandardCharsets.UTF_8));
    }

    /** Over every field with its length, so that no two entries can be told as one another. */
    static byte[] chain(
            byte[] previous,
            long seq,
            Instant at,
            Actor actor,
            String action,
            String entity,
            String entityId,
            byte[] digest) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(previous);
            out.writeLong(seq);
            out.writeLong(at.toEpochMilli());
            write(out, actor.user() == null ? null : actor.user().value());
            write(out, actor.device() == null ? null : actor.device().value());
            write(out, actor.apiKey());
            write(out, action);
            write(out, entity);
            write(out, entityId);
            out.write(digest);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return sha256().digest(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, @Nullable UUID id) throws IOException {
        out.writeBoolean(id != null);
        if (id == null) return;
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
