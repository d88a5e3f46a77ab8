package cadran.desktop.acceptance;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Starts on Monday, 23 November 2026, at eight in Paris, and passes when the test says so. */
public final class MovableClock implements InstantSource {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private volatile Instant now = at(LocalDateTime.of(2026, 11, 23, 8, 0));

    private static Instant at(LocalDateTime inParis) {
        return inParis.atZone(PARIS).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void moveTo(LocalDateTime inParis) {
        now = at(inParis);
    }
}
