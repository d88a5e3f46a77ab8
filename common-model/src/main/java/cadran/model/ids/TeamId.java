package cadran.model.ids;

import java.util.UUID;

/** A group of users inside an organisation; an audience and a scope of some roles. */
public record TeamId(UUID value) {
    public static TeamId of(String text) {
        return new TeamId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
