package cadran.desktop;

import cadran.desktop.platform.Lane;
import cadran.desktop.profiles.OpenProfile;
import cadran.desktop.shell.Status;
import cadran.desktop.ui.Desk;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks from time to time whether the user still may do what the window offers. The server decides over each edit anyway;
 * this keeps people from working for an hour on what will be refused, and tells who was given a right.
 */
final class RightsWatch {
    private static final Logger LOG = LoggerFactory.getLogger(RightsWatch.class);
    private static final Duration OFTEN_ENOUGH = Duration.ofHours(1);

    private final Desk desk;
    private final OpenProfile open;
    private final Status status;
    private final InstantSource clock;
    private @Nullable Instant asked;

    RightsWatch(Desk desk, OpenProfile open, Status status, InstantSource clock) {
        this.desk = desk;
        this.open = open;
        this.status = status;
        this.clock = clock;
    }

    /** The server was just there. */
    void synced() {
        var last = asked;
        if (last == null || clock.instant().isAfter(last.plus(OFTEN_ENOUGH))) {
            ask();
        }
    }

    /** Something was refused, perhaps for want of a right. */
    void ask() {
        asked = clock.instant();
        desk.background()
                .run(
                        Lane.READERS,
                        "work.load",
                        progress -> changed(),
                        status.rightsChangedProperty()::set,
                        refused -> LOG.info("what the user may do is not told: {}", refused));
    }

    private boolean changed() {
        try {
            return open.rightsChanged();
        } catch (IOException away) {
            // It is asked again after a sync, and a banner tells that there is none.
            LOG.info("what the user may do was not asked: {}", away.getMessage());
            return status.rightsChangedProperty().get();
        }
    }
}
