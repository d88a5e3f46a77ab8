package cadran.model.ids;

import java.util.UUID;

/** A person, who may belong to several organisations. */
public record UserId(UUID value) {
    public static UserId of(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
