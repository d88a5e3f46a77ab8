package cadran.desktop.organisation;

import cadran.desktop.i18n.Texts;
import cadran.desktop.shell.Status;
import cadran.desktop.ui.Desk;

/** What the screens of this package work with. */
record ServerDesk(Desk desk, OrganisationApi api, Status status, Wording wording) {
    Texts texts() {
        return desk.texts();
    }
}
