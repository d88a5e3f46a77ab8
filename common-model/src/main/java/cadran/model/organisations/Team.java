package cadran.model.organisations;

import java.util.UUID;

/** Members who share customers, calls and views. */
public record Team(UUID id, long version, String name) {
    public record Request(String name) {}
}
