package cadran.server.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Seals secrets for the database: AES-256-GCM under the active master key. What is sealed is bound to its place (say
 * {@code signing_key/} and the row's id), so a sealed value that is moved to another row doesn't open there.
 */
public final class Vault {
    private final String active;
    private final Map<String, Aead> ciphers = new LinkedHashMap<>();
    private final MasterKeys keys;

    public Vault(MasterKeys keys) {
        this.keys = keys;
        this.active = keys.ids().getFirst();
        try {
            for (String id : keys.ids()) ciphers.put(id, new AesGcmJce(keys.key(id)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Text that says which key it is sealed under: {@code v1.<key id>.<base64url>}. */
    public String seal(byte[] secret, String place) {
        try {
            var sealed = cipher(active).encrypt(secret, associated(active, place));
            return "v1." + active + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public byte[] open(String sealed, String place) {
        var parts = sealed.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals("v1")) throw new IllegalStateException("Not a sealed secret");
        try {
            return cipher(parts[1]).decrypt(Base64.getUrlDecoder().decode(parts[2]), associated(parts[1], place));
        } catch (GeneralSecurityException | IllegalArgumentException failure) {
            throw new SealedException("The secret at " + place + " does not open", failure);
        }
    }

    public boolean isUnderActiveKey(String sealed) {
        return sealed.startsWith("v1." + active + ".");
    }

    private Aead cipher(String id) {
        var cipher = ciphers.get(id);
        if (cipher == null) {
            throw new SealedException(
                    "A secret is sealed under the master key \"" + id + "\", which is not among the configured " + keys,
                    null);
        }
        return cipher;
    }

    private static byte[] associated(String keyId, String place) {
        return ("v1." + keyId + "." + place).getBytes(StandardCharsets.UTF_8);
    }
}
