package cadran.desktop.store;

import java.util.UUID;

/** Names a row of any type. */
public record RowId(String entity, UUID id) {}
