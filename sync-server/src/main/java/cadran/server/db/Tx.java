package cadran.server.db;

import cadran.model.ids.OrganisationId;
import org.jdbi.v3.core.Handle;

/** A running transaction of one organisation. Stores take it as their first argument; it ends with the door that gave it. */
public record Tx(Handle handle, OrganisationId organisation) {}
