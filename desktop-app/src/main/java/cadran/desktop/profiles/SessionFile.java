package cadran.desktop.profiles;

import cadran.desktop.platform.PrivateFile;
import cadran.desktop.store.FileKey;
import cadran.model.auth.Tokens;
import cadran.model.problem.Problem;
import cadran.model.wire.Json;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens and last contact of a profile, sealed with its key: as safe as the keychain that holds the key, and one prompt fewer. */
final class SessionFile {
    /** @param tokens null when the user must sign in again */
    record Content(@Nullable Tokens tokens, Contact contact) {}

    private final PrivateFile file;
    private final FileKey key;
    private final SecureRandom random;

    SessionFile(Path profile, FileKey key, SecureRandom random) {
        file = new PrivateFile(profile.resolve("session.sealed"));
        this.key = key;
        this.random = random;
    }

    Optional<Content> read() {
        return file.read()
                .map(bytes -> Sealed.open(key.bits(), bytes, Problem.of("profile.key_lost")))
                .map(plain -> Json.MAPPER.readValue(plain, Content.class));
    }

    void write(Content content) {
        file.write(Sealed.seal(key.bits(), Json.MAPPER.writeValueAsBytes(content), random));
    }
}
