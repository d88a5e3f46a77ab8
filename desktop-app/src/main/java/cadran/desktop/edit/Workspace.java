package cadran.desktop.edit;

import cadran.desktop.store.Answers;
import cadran.desktop.store.RowListeners;
import cadran.desktop.store.Rows;
import cadran.model.ids.UuidV7;
import cadran.model.organisations.Permission;
import java.time.InstantSource;
import java.time.LocalDate;

/** What an open profile offers to its features: to read, to change, and to be told of changes. */
public record Workspace(
        Rows rows,
        Answers answers,
        Edits edits,
        RowListeners listeners,
        Author author,
        UuidV7 ids,
        InstantSource clock) {

    /** Where the organisation is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), author.zone());
    }

    public boolean may(Permission permission) {
        return author.permissions().contains(permission);
    }
}
