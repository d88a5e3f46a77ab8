package cadran.server.jobs;

import java.util.UUID;

/**
 * A piece of work that this node holds the lease of.
 *
 * @param attempts counts this one
 */
public record Job(UUID id, String kind, String key, String payload, int attempts, UUID leaseOwner) {}
