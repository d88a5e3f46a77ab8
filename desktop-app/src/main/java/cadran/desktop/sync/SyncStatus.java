package cadran.desktop.sync;

import cadran.model.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the status bar tells.
 *
 * @param syncedAt when the local copy last equalled the server's, null before the first time
 * @param pending edits that the server has not confirmed
 * @param loaded while everything is taken from the server: how much of it is here
 * @param attention edits that it refused or that met another's
 */
public record SyncStatus(
        SyncPhase phase,
        @Nullable Instant syncedAt,
        long pending,
        long attention,
        @Nullable Loaded loaded,
        @Nullable Problem problem) {}
