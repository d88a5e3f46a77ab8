package cadran.model.ids;

import java.util.UUID;

/** One installation of the desktop for one user in one organisation; it numbers its own operations. */
public record DeviceId(UUID value) {
    public static DeviceId of(String text) {
        return new DeviceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
