package cadran.desktop.organisation;

import cadran.desktop.ui.Modal;

/** The devices of a member over the window. */
final class DevicesPane {
    private DevicesPane() {}

    static void show(ServerDesk server, PersonRow person) {
        var desk = server.desk();
        var devices = new DeviceList(
                server,
                () -> ServerAnswer.of(server.admin().sessions(person.id())).items(),
                session -> ServerAnswer.done(server.admin().revokeSession(person.id(), session)));
        var modal = new Modal(desk.texts(), desk.texts().bind("devices.title", "name", person.called()), devices);
        modal.only("action.close", () -> desk.modals().close(modal));
        desk.modals().show(modal);
        devices.load();
    }
}
