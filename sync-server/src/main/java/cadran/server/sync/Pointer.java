package cadran.server.sync;

import java.util.UUID;

/**
 * That a row changed, without the row.
 *
 * @param version of the row after the change; a deleted row keeps counting
 */
record Pointer(String entity, UUID row, long version, boolean deleted, UUID audience) {}
