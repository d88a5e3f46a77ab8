package cadran.desktop.store;

import java.util.UUID;

/** A row that a reference can be set to. */
public record Choice(UUID id, String label) {}
