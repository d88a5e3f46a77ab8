package cadran.server.sync;

import cadran.model.ids.OrganisationId;
import cadran.model.ids.UserId;
import cadran.model.organisations.Role;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import cadran.model.sync.Operation;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import cadran.model.wire.ChangesReader;
import cadran.model.wire.ChangesSink;
import cadran.model.wire.Json;
import cadran.model.wire.OperationJson;
import cadran.model.wire.ProbeJson;
import cadran.model.wire.PullHead;
import cadran.server.audit.Actor;
import cadran.server.http.Caller;
import cadran.server.http.HttpSettings;
import cadran.server.http.Route;
import cadran.server.testing.RunningHttp;
import io.javalin.http.HandlerType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The sync of one world over real HTTP. A token names organisation, user and role in plain text. */
final class SyncServer implements AutoCloseable {
    final SyncWorld world;
    final RunningHttp http;

    SyncServer(SyncWorld world) {
        this.world = world;
        var handlers = world.sync.handlers();
        var snapshots = world.sync.snapshots();
        http = new RunningHttp(
                HttpSettings.loopback(),
                List.of(
                        Route.signedIn(HandlerType.POST, "/api/v1/sync/operations", handlers::push),
                        Route.signedIn(HandlerType.GET, "/api/v1/sync/changes", handlers::changes)
                                .producing("application/x-ndjson"),
                        Route.signedIn(HandlerType.GET, "/api/v1/sync/snapshot", snapshots::snapshot)
                                .producing("application/x-ndjson"),
                        Route.signedIn(HandlerType.GET, "/api/v1/sync/probe", snapshots::probe),
                        Route.signedIn(HandlerType.GET, "/api/v1/sync/bucket", snapshots::bucket)
                                .producing("application/x-ndjson"),
                        Route.signedIn(HandlerType.GET, "/api/v1/sync/history", handlers::history)
                                .producing("application/x-ndjson"),
                        Route.signedIn(HandlerType.GET, "/api/v1/sync/hints", handlers::hints)
                                .producing("text/event-stream")),
                SyncServer::authenticate);
    }

    private static Caller authenticate(String token) {
        var parts = token.split("/", -1);
        return new Caller(
                OrganisationId.of(parts[0]),
                Actor.of(UserId.of(parts[1]), null),
                Role.valueOf(parts[2]).permissions());
    }

    @Override
    public void close() {
        world.sync.close();
        http.close();
    }

    Client client() {
        return new Client(world.organisation, Role.TELECOM);
    }

    Client client(OrganisationId organisation, Role role) {
        return new Client(organisation, role);
    }

    /** What a desktop does, without any of its comforts. */
    final class Client implements ChangesSink {
        final OrganisationId organisation;
        final UUID user = SyncWorld.IDS.next();
        final Role role;
        UUID device = SyncWorld.IDS.next();
        long number;
        final Map<UUID, Row> rows = new LinkedHashMap<>();
        final List<UUID> gone = new ArrayList<>();
        final List<OperationResult> results = new ArrayList<>();

        @Nullable
        PullHead head;

        @Nullable
        String next;

        long total;

        private Client(OrganisationId organisation, Role role) {
            this.organisation = organisation;
            this.role = role;
        }

        String token() {
            return "Bearer " + organisation + "/" + user + "/" + role;
        }

        Operation operation(long base, long after, Intent intent) {
            return new Operation(SyncWorld.IDS.next(), ++number, null, Instant.EPOCH, base, after, intent);
        }

        ObjectNode body(List<Operation> operations) {
            var node = JsonNodeFactory.instance.objectNode();
            node.put("device", device.toString()).put("schema", 1);
            var list = node.putArray("operations");
            operations.forEach(operation -> list.add(OperationJson.write(operation)));
            return node;
        }

        HttpResponse<String> send(ObjectNode body) {
            return http.send(
                    "POST",
                    "/api/v1/sync/operations",
                    Json.MAPPER.writeValueAsString(body),
                    "Content-Type",
                    "application/json",
                    "Authorization",
                    token());
        }

        JsonNode push(List<Operation> operations) {
            var response = send(body(operations));
            if (response.statusCode() != 200) throw new IllegalStateException(response.body());
            return Json.MAPPER.readTree(response.body());
        }

        List<OperationResult> results(List<Operation> operations) {
            var results = new ArrayList<OperationResult>();
            push(operations).get("results").forEach(node -> results.add(OperationJson.readResult(node)));
            return results;
        }

        OperationResult run(long base, Intent intent) {
            return results(List.of(operation(base, 0, intent))).getFirst();
        }

        HttpResponse<String> ask() {
            long after = results.isEmpty() ? 0 : results.getLast().number();
            var query = new StringBuilder("?device=" + device + "&after=" + after);
            if (head != null) {
                query.append("&cursor=" + head.to() + "&feed=" + head.feed() + "&hash=" + head.hash());
            }
            return http.get("/api/v1/sync/changes" + query, "Authorization", token());
        }

        /** The opening where {@code place} is null, else that part. */
        HttpResponse<String> askSnapshot(@Nullable String place) {
            var query = place == null || head == null
                    ? ""
                    : "?feed=" + head.feed() + "&at=" + head.to() + "&hash=" + head.hash() + "&place=" + place;
            return http.get("/api/v1/sync/snapshot" + query, "Authorization", token());
        }

        /** Starts anew from a snapshot, without the changes since its opening. */
        Client load() {
            rows.clear();
            take(body(askSnapshot(null)));
            while (next != null) {
                part();
            }
            return this;
        }

        /** The next part of the load. */
        void part() {
            var opening = Objects.requireNonNull(head);
            take(body(askSnapshot(next)));
            var hash = Objects.requireNonNull(head).hash();
            head = new PullHead(
                    opening.feed(),
                    opening.from(),
                    opening.to(),
                    hash.isEmpty() ? opening.hash() : hash,
                    opening.schema(),
                    opening.more());
        }

        static String body(HttpResponse<String> response) {
            if (response.statusCode() != 200) throw new IllegalStateException(response.body());
            return response.body();
        }

        static String code(HttpResponse<String> response) {
            return Json.MAPPER.readTree(response.body()).get("code").asString();
        }

        ProbeJson.Probe probe() {
            return ProbeJson.read(Json.MAPPER.readTree(body(http.get("/api/v1/sync/probe", "Authorization", token()))));
        }

        @Override
        public void next(@Nullable String place, long newTotal) {
            next = place;
            total = newTotal;
        }

        /** All pages there are. */
        Client pull() {
            do {
                var response = ask();
                if (response.statusCode() != 200) throw new IllegalStateException(response.body());
                take(response.body());
            } while (Objects.requireNonNull(head).more());
            return this;
        }

        void take(String page) {
            try {
                ChangesReader.read(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)), this);
            } catch (IOException damaged) {
                throw new UncheckedIOException(damaged);
            }
        }

        @Override
        public void head(PullHead newHead) {
            head = newHead;
        }

        @Override
        public void row(Row row) {
            rows.put(row.id(), row);
        }

        @Override
        public void gone(EntityType<?> type, UUID id) {
            gone.add(id);
            rows.remove(id);
        }

        @Override
        public void result(OperationResult result) {
            results.add(result);
        }
    }
}
