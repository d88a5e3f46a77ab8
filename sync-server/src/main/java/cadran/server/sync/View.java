package cadran.server.sync;

import cadran.model.Schema;
import cadran.model.sync.EntityType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What somebody may see of the feed. Its fingerprint travels behind the feed's hash: when rights changed since the
 * last page, rows must come and go that did not change, so the client starts again from nothing.
 */
record View(Set<UUID> audiences, Set<String> entities) {
    private static final int FINGERPRINT_BYTES = 6;

    static View of(Author author) {
        return new View(
                author.audiences(),
                Schema.TYPES.stream()
                        .filter(type -> author.may(type.readPermission()))
                        .map(EntityType::name)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean shows(Pointer pointer) {
        return entities.contains(pointer.entity());
    }

    boolean shows(EntityType<?> type) {
        return entities.contains(type.name());
    }

    /** For a cursor whose rows are no newer than itself. */
    String stamp(String hash) {
        return new Stamp(hash, fingerprint(), 0, "").text();
    }

    String fingerprint() {
        var text = audiences.stream().sorted().toList() + " "
                + entities.stream().sorted().toList();
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
