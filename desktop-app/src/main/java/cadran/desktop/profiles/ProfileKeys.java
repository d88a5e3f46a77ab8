package cadran.desktop.profiles;

import cadran.desktop.platform.Keychain;
import cadran.desktop.platform.PrivateFile;
import cadran.desktop.store.FileKey;
import cadran.model.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a profile's key once and finds it again, wherever its protection keeps it. */
public final class ProfileKeys {
    private static final int SALT = 16;
    private static final String KEY_FILE = "key";
    private static final String WRAPPED_FILE = "key.sealed";

    private final @Nullable Keychain keychain;
    private final Passphrases passphrases;
    private final SecureRandom random;

    /** @param keychain null where the system has none */
    public ProfileKeys(@Nullable Keychain keychain, Passphrases passphrases, SecureRandom random) {
        this.keychain = keychain;
        this.passphrases = passphrases;
        this.random = random;
    }

    public boolean hasKeychain() {
        return keychain != null;
    }

    /** @param passphrase for that protection only */
    public FileKey make(Path profile, KeyProtection protection, @Nullable String passphrase) {
        var key = FileKey.random(random);
        switch (protection) {
            case KEYCHAIN -> keychain().write(account(profile), text(key.bits()));
            case FILE -> new PrivateFile(profile.resolve(KEY_FILE)).write(bytes(text(key.bits())));
            case PASSPHRASE -> {
                var salt = new byte[SALT];
                random.nextBytes(salt);
                byte[] sealed = Sealed.seal(passphrases.key(required(passphrase), salt), key.bits(), random);
                new PrivateFile(profile.resolve(WRAPPED_FILE))
                        .write(ByteBuffer.allocate(8 + SALT + sealed.length)
                                .putInt(passphrases.kibibytes())
                                .putInt(passphrases.rounds())
                                .put(salt)
                                .put(sealed)
                                .array());
            }
        }
        return key;
    }

    /** Refuses with {@code profile.wrong_passphrase}, or with {@code profile.key_lost} when there is no key any more. */
    public FileKey find(Path profile, KeyProtection protection, @Nullable String passphrase) {
        return new FileKey(
                switch (protection) {
                    case KEYCHAIN -> present(keychain().read(account(profile)).map(ProfileKeys::unText));
                    case FILE ->
                        present(new PrivateFile(profile.resolve(KEY_FILE))
                                .read()
                                .map(text -> unText(new String(text, StandardCharsets.US_ASCII))));
                    case PASSPHRASE -> unwrap(profile, required(passphrase));
                });
    }

    private static byte[] unwrap(Path profile, String passphrase) {
        var file = ByteBuffer.wrap(present(new PrivateFile(profile.resolve(WRAPPED_FILE)).read()));
        var cost = new Passphrases(file.getInt(), file.getInt());
        var salt = new byte[SALT];
        file.get(salt);
        var sealed = new byte[file.remaining()];
        file.get(sealed);
        return Sealed.open(cost.key(passphrase, salt), sealed, Problem.of("profile.wrong_passphrase"));
    }

    private static byte[] present(Optional<byte[]> key) {
        return key.orElseThrow(() -> Problem.of("profile.key_lost").asException());
    }

    private Keychain keychain() {
        if (keychain == null) {
            throw Problem.of("profile.key_lost").asException();
        }
        return keychain;
    }

    /** Where the keychain is gone, the key is gone with it. */
    public void forget(Path profile, KeyProtection protection) {
        if (protection == KeyProtection.KEYCHAIN && keychain != null) {
            keychain.delete(account(profile));
        }
    }

    private static String required(@Nullable String passphrase) {
        if (passphrase == null) {
            throw Problem.of("profile.wrong_passphrase").asException();
        }
        return passphrase;
    }

    private static String account(Path profile) {
        return "profile-" + profile.getFileName();
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    private static byte[] unText(String text) {
        return Base64.getDecoder().decode(text.strip());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
