package cadran.desktop.organisation;

import cadran.desktop.client.AdminApi;
import cadran.desktop.client.AuthApi;
import cadran.desktop.i18n.Texts;
import cadran.desktop.shell.Status;
import cadran.desktop.ui.Desk;

/** What the screens of this package work with. */
record ServerDesk(Desk desk, AuthApi auth, AdminApi admin, Status status, Wording wording) {
    Texts texts() {
        return desk.texts();
    }
}
