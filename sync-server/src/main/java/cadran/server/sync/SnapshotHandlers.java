package cadran.server.sync;

import cadran.model.Schema;
import cadran.model.problem.Problem;
import cadran.model.sync.RowSums;
import cadran.model.wire.Json;
import cadran.model.wire.ProbeJson;
import cadran.server.http.Caller;
import io.javalin.http.Context;
import java.io.IOException;

/** Whole tables over HTTP, a part at a time, and what they come to. */
public final class SnapshotHandlers {
    private final Snapshots snapshots;

    SnapshotHandlers(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** {@code GET /api/v1/sync/snapshot} */
    public void snapshot(Context request, Caller caller) throws IOException {
        Pages.requireSchema(request);
        var place = request.queryParam("place");
        Pages.answer(
                request,
                place == null
                        ? snapshots.opening(caller)
                        : snapshots.part(
                                caller,
                                Json.uuid("feed", Pages.required(request, "feed")),
                                Pages.number(request, "at", 0),
                                request.queryParam("hash"),
                                place));
    }

    /** {@code GET /api/v1/sync/probe} */
    public void probe(Context request, Caller caller) {
        Pages.requireSchema(request);
        var probe = snapshots.probe(caller);
        request.result(Json.MAPPER.writeValueAsBytes(ProbeJson.write(probe)));
    }

    /** {@code GET /api/v1/sync/bucket} */
    public void bucket(Context request, Caller caller) throws IOException {
        Pages.requireSchema(request);
        var type = Schema.find(Pages.required(request, "entity"));
        if (type == null) throw Problem.of("query.wrong").at("entity").asException();
        long bucket = Pages.number(request, "bucket", -1);
        if (bucket < 0 || bucket >= RowSums.BUCKETS) {
            throw Problem.of("query.wrong").at("bucket").asException();
        }
        Pages.answer(request, snapshots.bucket(caller, type, (int) bucket));
    }
}
