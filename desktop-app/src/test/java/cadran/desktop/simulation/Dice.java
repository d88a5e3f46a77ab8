package cadran.desktop.simulation;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/** Where H2 gets its random bytes from: each actor has its own, so none depends on what other worlds do meanwhile. */
public final class Dice {
    private static final ThreadLocal<SecureRandom> MINE =
            ThreadLocal.withInitial(() -> new SeededSecureRandom(new SplittableRandom(1)));

    private Dice() {}

    /** Of this thread from now on. */
    static void are(SecureRandom ofActor) {
        MINE.set(ofActor);
    }

    // What follows stands in for the methods of these names in H2, see TimelessLoader.

    public static SecureRandom getSecureRandom() {
        return MINE.get();
    }

    public static void randomBytes(byte[] bytes) {
        MINE.get().nextBytes(bytes);
    }

    public static int randomInt(int bound) {
        return MINE.get().nextInt(bound);
    }
}
