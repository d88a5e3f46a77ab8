package cadran.server.blobs;

import cadran.model.ids.OrganisationId;
import cadran.model.problem.Problem;
import cadran.server.db.Database;
import cadran.server.db.Tx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code blob} and the files it names. A hash alone opens nothing: the organisation must have put the file here
 * itself, even when another organisation's copy is the same file on disk.
 */
public final class BlobStore {
    private final Database database;
    private final BlobFiles files;
    private final InstantSource clock;

    public BlobStore(Database database, Path folder, InstantSource clock) {
        this.database = database;
        this.files = new BlobFiles(folder);
        this.clock = clock;
    }

    /** Streams the content in; the file is complete on disk before its row exists. */
    public Blob put(
            OrganisationId organisation,
            InputStream content,
            String mediaType,
            long maxBytes,
            @Nullable String expectedSha256)
            throws IOException {
        var written = files.write(content, maxBytes, expectedSha256);
        return database.inOrganisation(organisation, tx -> {
            insertIfAbsent(tx, written, mediaType);
            return find(tx, written.sha256()).orElseThrow();
        });
    }

    private void insertIfAbsent(Tx tx, BlobFiles.Written written, String mediaType) {
        tx.handle()
                .createUpdate("""
                        merge into blob b
                        using (values (cast(:org as uuid), cast(:sha256 as varchar(64)))) as v (org_id, sha256)
                        on b.org_id = v.org_id and b.sha256 = v.sha256
                        when not matched then insert (org_id, sha256, size, media_type, created_at)
                          values (v.org_id, v.sha256, :size, :mediaType, :now)
                        """)
                .bind("org", tx.organisation().value())
                .bind("sha256", written.sha256())
                .bind("size", written.size())
                .bind("mediaType", mediaType)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    public Optional<Blob> find(Tx tx, String sha256) {
        return tx.handle()
                .createQuery("""
                        select sha256, size, media_type, created_at from blob where org_id = :org and sha256 = :sha256
                        """)
                .bind("org", tx.organisation().value())
                .bind("sha256", sha256)
                .map((row, context) -> new Blob(
                        row.getString("sha256"),
                        row.getLong("size"),
                        row.getString("media_type"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    /** The content of a file of this organisation; of another's, or none: not found. */
    public InputStream open(OrganisationId organisation, String sha256) throws IOException {
        var blob = database.inSnapshot(organisation, tx -> find(tx, sha256))
                .orElseThrow(() -> Problem.of("row.not_found").asException());
        return files.open(blob.sha256());
    }
}
