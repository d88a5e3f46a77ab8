package cadran.server.auth;

import cadran.model.ids.DeviceId;
import cadran.model.ids.UserId;
import cadran.model.problem.Problem;
import cadran.server.http.Caller;

/** A caller who signed in on a device. A key of a third program acts for its maker but is nobody. */
public record Person(UserId user, DeviceId device) {
    public static Person of(Caller caller) {
        var user = caller.actor().user();
        var device = caller.actor().device();
        if (user == null || device == null) {
            throw Problem.of("right.person_needed").asException();
        }
        return new Person(user, device);
    }
}
