package cadran.desktop.simulation;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** What asks for secure bytes gets the seed's. */
final class SeededSecureRandom extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final transient RandomGenerator random;

    SeededSecureRandom(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        random.nextBytes(bytes);
    }
}
