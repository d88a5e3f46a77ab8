package cadran.desktop.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of a computer that nobody ever set right. */
final class SkewedClock implements InstantSource {
    private final InstantSource right;
    private Duration wrongBy = Duration.ZERO;

    SkewedClock(InstantSource right) {
        this.right = right;
    }

    void wrongBy(Duration now) {
        wrongBy = now;
    }

    @Override
    public Instant instant() {
        return right.instant().plus(wrongBy);
    }
}
