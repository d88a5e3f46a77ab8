package cadran.desktop.sync;

import cadran.desktop.client.ServerClient;
import cadran.desktop.client.SyncApi;
import cadran.desktop.client.Unreachable;
import cadran.desktop.store.HistoryState;
import cadran.desktop.store.SyncState;
import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.OperationResult;
import cadran.model.wire.ChangesReader;
import cadran.model.wire.ChangesSink;
import cadran.model.wire.Json;
import cadran.model.wire.OperationJson;
import cadran.model.wire.ProbeJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.LongConsumer;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The sync protocol over HTTP. */
public final class HttpSyncServer implements SyncServer {
    private static final String DATA = "data:";

    private final ServerClient client;
    private final SyncApi api;
    private final SyncApi patient;
    private volatile @Nullable Call<ResponseBody> listening;

    public HttpSyncServer(ServerClient client) {
        this.client = client;
        api = client.sync();
        patient = client.hints();
    }

    @Override
    public PushAnswer push(PushBatch batch) throws IOException {
        var answer = ServerClient.answer(api.push(write(batch)));
        try {
            var results = new ArrayList<OperationResult>();
            answer.get("results").forEach(result -> results.add(OperationJson.readResult(result)));
            return new PushAnswer(answer.get("head").asLong(), results);
        } catch (JacksonException | NullPointerException | IllegalArgumentException e) {
            throw new Unreachable("not an answer to a push", e);
        }
    }

    private static ObjectNode write(PushBatch batch) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("device", batch.device().toString());
        node.put("schema", Schema.NUMBER);
        if (batch.state().feed() != null) {
            node.put("feed", batch.state().feed().toString());
            node.put("cursor", batch.state().cursor());
            node.put("hash", batch.state().hash());
        }
        var operations = node.putArray("operations");
        batch.operations().forEach(operation -> operations.add(OperationJson.write(operation)));
        return node;
    }

    @Override
    public void pull(SyncState state, UUID device, long after, ChangesSink page) throws IOException {
        boolean first = state.feed() == null;
        var call = api.changes(state.cursor(), state.feed(), first ? null : state.hash(), device, after, Schema.NUMBER);
        read(call, page);
    }

    @Override
    public void opening(ChangesSink page) throws IOException {
        read(api.snapshot(null, null, null, null, Schema.NUMBER), page);
    }

    @Override
    public void part(SyncState opening, String place, ChangesSink page) throws IOException {
        read(api.snapshot(place, opening.feed(), opening.cursor(), opening.hash(), Schema.NUMBER), page);
    }

    @Override
    public ProbeJson.Probe probe() throws IOException {
        var answer = ServerClient.answer(api.probe(Schema.NUMBER));
        try {
            return ProbeJson.read(answer);
        } catch (JacksonException | NullPointerException | IllegalArgumentException e) {
            throw new Unreachable("not an answer to a probe", e);
        }
    }

    @Override
    public void bucket(EntityType<?> type, int bucket, ChangesSink page) throws IOException {
        read(api.bucket(type.name(), bucket, Schema.NUMBER), page);
    }

    @Override
    public void history(HistoryState from, ChangesSink page) throws IOException {
        boolean first = from.cursor() == 0;
        read(api.history(first ? null : from.cursor(), first ? null : from.hash(), Schema.NUMBER), page);
    }

    private static void read(Call<ResponseBody> call, ChangesSink page) throws IOException {
        try (var body = ServerClient.answer(call)) {
            ChangesReader.read(body.byteStream(), page);
        }
    }

    @Override
    public void hints(LongConsumer head) throws IOException {
        var call = patient.hints();
        listening = call;
        try (var body = ServerClient.answer(call);
                var reader = new BufferedReader(new InputStreamReader(body.byteStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(DATA)) {
                    read(line.substring(DATA.length()), head);
                }
            }
        }
    }

    private static void read(String data, LongConsumer head) throws IOException {
        try {
            JsonNode node = Json.MAPPER.readTree(data);
            if (node.hasNonNull("head")) {
                head.accept(node.get("head").asLong());
            }
        } catch (JacksonException e) {
            throw new Unreachable("not a hint", e);
        }
    }

    @Override
    public void reconnect() {
        var call = listening;
        if (call != null) {
            call.cancel();
        }
        client.reconnect();
    }
}
