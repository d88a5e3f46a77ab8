package cadran.server.keys;

import java.time.Instant;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;

/**
 * An Ed25519 pair that signs tokens.
 *
 * @param retires from then on it verifies nothing; it stops signing earlier, so that its last tokens run out first
 */
record SigningKey(
        String kid,
        Ed25519PublicKeyParameters publicKey,
        Ed25519PrivateKeyParameters privateKey,
        Instant created,
        Instant retires) {}
