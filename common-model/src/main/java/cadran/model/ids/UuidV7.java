package cadran.model.ids;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** RFC 9562 version 7: 48 bits of milliseconds, then random. Clock and randomness are passed in, so tests own them. */
public final class UuidV7 {
    private final InstantSource clock;
    private final RandomGenerator random;

    public UuidV7(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        long millis = clock.millis() & 0xFFFF_FFFF_FFFFL;
        long high = (millis << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
