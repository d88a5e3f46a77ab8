package cadran.model.ids;

import java.util.UUID;

/** A customer of the platform; nothing of one organisation is ever visible to another. */
public record OrganisationId(UUID value) {
    public static OrganisationId of(String text) {
        return new OrganisationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
