package cadran.server.blobs;

import java.time.Instant;

/** A file of an organisation. */
public record Blob(String sha256, long size, String mediaType, Instant createdAt) {}
