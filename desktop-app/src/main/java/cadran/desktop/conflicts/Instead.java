package cadran.desktop.conflicts;

import cadran.desktop.tables.Substitutes;
import java.util.List;
import java.util.UUID;

/**
 * What can be had in place of the rows of one edit that somebody else was faster with.
 *
 * @param ids of the edits that would be dealt with
 */
record Instead(List<UUID> ids, Substitutes.Offer offer) {
    Instead {
        ids = List.copyOf(ids);
    }
}
