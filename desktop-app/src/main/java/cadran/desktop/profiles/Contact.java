package cadran.desktop.profiles;

import java.time.Duration;
import java.time.Instant;

/**
 * When this computer last heard from the server. A copy of an organisation's data opens without the server for a
 * limited time, so that a device that was revoked, or a person who left, does not keep it for ever.
 *
 * @param seen the latest time that this computer's clock ever showed: a clock that was set back gains nothing
 */
record Contact(Instant last, Instant seen) {
    static final Duration OFFLINE = Duration.ofDays(30);

    static Contact now(Instant now) {
        return new Contact(now, now);
    }

    Contact at(Instant now) {
        return new Contact(last, now.isAfter(seen) ? now : seen);
    }

    boolean allowsOpening(Instant now) {
        return Duration.between(last, at(now).seen()).compareTo(OFFLINE) <= 0;
    }
}
