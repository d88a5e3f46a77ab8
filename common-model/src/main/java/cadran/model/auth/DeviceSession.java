package cadran.model.auth;

import java.time.Instant;
import java.util.UUID;

/** A device that is signed in. {@code current}: the one that asks. */
public record DeviceSession(
        UUID id, String deviceName, String address, Instant createdAt, Instant seenAt, boolean current) {}
