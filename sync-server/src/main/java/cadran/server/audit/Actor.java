package cadran.server.audit;

import cadran.model.ids.DeviceId;
import cadran.model.ids.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did it, and through what. Nobody at all is the server itself, in a job. */
public record Actor(
        @Nullable UserId user,
        @Nullable DeviceId device,
        @Nullable UUID apiKey) {
    public static final Actor SERVER = new Actor(null, null, null);

    public static Actor of(UserId user, @Nullable DeviceId device) {
        return new Actor(user, device, null);
    }
}
