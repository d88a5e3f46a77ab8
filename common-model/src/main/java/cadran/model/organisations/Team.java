package cadran.model.organisations;

import java.util.UUID;

/** Members who share customers, calls and views. */
public record Team(UUID id, String name) {
    public record Request(String name) {}
}
