package cadran.desktop.sync;

import cadran.desktop.client.Unreachable;
import cadran.desktop.edit.OpenStore;
import cadran.desktop.store.HistoryState;
import cadran.desktop.store.RowId;
import cadran.desktop.store.SyncState;
import cadran.model.Schema;
import cadran.model.problem.Problem;
import cadran.model.sync.Decide;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import cadran.model.sync.Operation;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import cadran.model.sync.RowSums;
import cadran.model.sync.Verdict;
import cadran.model.wire.ChangesSink;
import cadran.model.wire.ProbeJson;
import cadran.model.wire.PullHead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The two endpoints in memory, decided by the same pure function, with the faults that tests ask for. */
final class FakeServer implements SyncServer {
    /** Everything it remembers, so that a backup can be taken and restored. */
    private static final class Memory {
        UUID feed = OpenStore.id();
        final Map<RowId, Row> rows = new HashMap<>();
        final Map<RowId, Long> lastVersions = new HashMap<>();
        final List<RowId> changes = new ArrayList<>();
        final Map<UUID, Long> lastNumbers = new HashMap<>();
        final Map<UUID, OperationResult> log = new LinkedHashMap<>();
        final Map<UUID, Boolean> seen = new HashMap<>();
        final Map<String, UUID> ids = new HashMap<>();
        String history = "";

        Memory copy() {
            var copy = new Memory();
            copy.feed = feed;
            copy.rows.putAll(rows);
            copy.lastVersions.putAll(lastVersions);
            copy.changes.addAll(changes);
            copy.lastNumbers.putAll(lastNumbers);
            copy.log.putAll(log);
            copy.seen.putAll(seen);
            copy.ids.putAll(ids);
            copy.history = history;
            return copy;
        }
    }

    private Memory memory = new Memory();
    private @Nullable Memory backup;
    private final Map<Long, String> hashes = new HashMap<>(Map.of(0L, ""));
    /** Of those whose rights changed since the last page. */
    String view = "";

    boolean reachable = true;
    boolean losesNextAnswer;
    int pageRows = 1_000;
    /** How many parts of loads it gives before one breaks off; never, by default. */
    int parts = -1;

    Runnable beforeNextPart = () -> {};

    boolean expiresOnce;
    int pushes;
    Predicate<Operation> chokesOn = operation -> false;

    @Override
    public synchronized PushAnswer push(PushBatch batch) throws IOException {
        reach();
        pushes++;
        checkHistory(batch.state());
        var results = new ArrayList<OperationResult>();
        for (var operation : batch.operations()) {
            if (chokesOn.test(operation)) {
                throw Problem.of("json.wrong_type").asException();
            }
        }
        for (var operation : batch.operations()) {
            results.add(take(batch.device(), operation));
        }
        if (losesNextAnswer) {
            losesNextAnswer = false;
            throw new Unreachable("the answer was lost");
        }
        return new PushAnswer(memory.changes.size(), results);
    }

    private OperationResult take(UUID device, Operation operation) {
        long last = memory.lastNumbers.getOrDefault(device, 0L);
        if (operation.number() > last + 1) {
            throw Problem.of("sync.gap").with("expected", last + 1).asException();
        }
        var known = memory.log.get(operation.id());
        var result = known == null ? apply(device, operation) : known;
        var numbered = new OperationResult(
                operation.number(),
                operation.id(),
                result.entity(),
                result.verdict(),
                result.change(),
                result.version(),
                result.problem(),
                result.theirs());
        if (operation.number() == last + 1) {
            memory.lastNumbers.put(device, operation.number());
            memory.log.put(operation.id(), numbered);
            memory.ids.put(device + "/" + operation.number(), operation.id());
        } else if (!operation.id().equals(memory.ids.get(device + "/" + operation.number()))) {
            return Objects.requireNonNull(
                    memory.log.get(Objects.requireNonNull(memory.ids.get(device + "/" + operation.number()))));
        }
        return numbered;
    }

    private OperationResult apply(UUID device, Operation operation) {
        var intent = operation.intent();
        var type = Schema.type(intent.entity());
        var id = new RowId(type.name(), intent.rowId());
        var current = memory.rows.get(id);
        var after = memory.log.get(memory.ids.getOrDefault(device + "/" + operation.after(), new UUID(0, 0)));
        boolean seen = current == null
                || current.version() == operation.baseVersion()
                || (after != null
                        && memory.seen.getOrDefault(after.operation(), false)
                        && after.version() == current.version());
        memory.seen.put(operation.id(), seen);
        var decision = Decide.decide(type, intent, current, seen, OpenStore.ORGANISATION);
        var problem = decision.problem();
        var verdict = decision.verdict();
        var row = decision.after();
        var holder = row == null || verdict != Verdict.APPLIED ? null : holder(row);
        if (holder != null) {
            problem = Problem.of("row.duplicate").with("id", holder.id()).with("label", holder.label());
            verdict = Verdict.REFUSED;
            row = current;
        }
        boolean changes = !Objects.equals(row, current);
        if (changes) {
            change(id, row);
        }
        var now = memory.rows.get(id);
        return new OperationResult(
                operation.number(),
                operation.id(),
                type.name(),
                verdict,
                memory.changes.size(),
                now == null ? 0 : now.version(),
                problem,
                decision.theirs());
    }

    /** Another row that has the values which only one may have. */
    private @Nullable Row holder(Row row) {
        return row.type().uniqueKeys().stream()
                .flatMap(key -> memory.rows.values().stream()
                        .filter(other -> other.type() == row.type()
                                && !other.id().equals(row.id())
                                && key.live().test(other)
                                && key.fields().stream()
                                        .allMatch(field -> Objects.equals(other.get(field), row.get(field)))))
                .findFirst()
                .orElse(null);
    }

    private void change(RowId id, @Nullable Row row) {
        long version = memory.lastVersions.merge(id, 1L, Long::sum);
        if (row == null) {
            memory.rows.remove(id);
        } else {
            memory.rows.put(id, row.atVersion(version));
        }
        memory.changes.add(id);
        memory.history = Integer.toHexString((memory.history + OpenStore.id()).hashCode());
        hashes.put((long) memory.changes.size(), memory.history);
    }

    /** Somebody else's edit, by whatever way. */
    synchronized void does(Intent intent) {
        var device = OpenStore.id();
        var version = memory.rows.get(new RowId(intent.entity(), intent.rowId()));
        var result = apply(
                device,
                new Operation(
                        OpenStore.id(),
                        1,
                        null,
                        OpenStore.CLOCK.instant(),
                        version == null ? 0 : version.version(),
                        0,
                        intent));
        if (result.problem() != null) {
            throw result.problem().asException();
        }
    }

    @Override
    public synchronized void pull(SyncState state, UUID device, long after, ChangesSink page) throws IOException {
        reach();
        checkHistory(state);
        if (after > memory.lastNumbers.getOrDefault(device, 0L)) {
            throw Problem.of("sync.gap").asException();
        }
        long from = state.feed() == null ? 0 : state.cursor();
        if (expiresOnce && from > 0) {
            expiresOnce = false;
            throw Problem.of("sync.cursor_expired").asException();
        }
        int to = (int) Math.min(memory.changes.size(), from + pageRows);
        page.head(new PullHead(
                memory.feed, from, to, hashes.getOrDefault((long) to, ""), Schema.NUMBER, to < memory.changes.size()));
        for (var id : memory.changes.subList((int) from, to)) {
            var row = memory.rows.get(id);
            if (row == null) {
                page.gone(Schema.type(id.entity()), id.id());
            } else {
                page.row(row);
            }
        }
        for (var entry : memory.ids.entrySet()) {
            var result = Objects.requireNonNull(memory.log.get(entry.getValue()));
            if (entry.getKey().startsWith(device.toString()) && result.number() > after && result.change() <= to) {
                page.result(result);
            }
        }
    }

    @Override
    public synchronized void opening(ChangesSink page) throws IOException {
        reach();
        page.head(head(true));
        page.next("0", memory.rows.size());
    }

    /** Some rows in the order of tables and ids, behind the one that the place names. */
    @Override
    public synchronized void part(SyncState opening, String place, ChangesSink page) throws IOException {
        reach();
        checkHistory(opening);
        beforeNextPart.run();
        beforeNextPart = () -> {};
        if (parts-- == 0) {
            throw new Unreachable("the load broke off");
        }
        var rows = memory.rows.values().stream()
                .sorted(Comparator.comparing(FakeServer::place))
                .filter(row -> place(row).compareTo(place) > 0)
                .toList();
        int now = memory.changes.size();
        page.head(new PullHead(memory.feed, now, now, opening.hash(), Schema.NUMBER, true));
        rows.stream().limit(pageRows).forEach(page::row);
        page.next(rows.size() <= pageRows ? null : place(rows.get(pageRows - 1)), 0);
    }

    private static String place(Row row) {
        return Schema.TYPES.indexOf(row.type()) + "/" + row.id();
    }

    private PullHead head(boolean more) {
        int now = memory.changes.size();
        return new PullHead(memory.feed, now, now, hashes.getOrDefault((long) now, ""), Schema.NUMBER, more);
    }

    @Override
    public synchronized ProbeJson.Probe probe() throws IOException {
        reach();
        var sums = new LinkedHashMap<EntityType<?>, RowSums>();
        Schema.TYPES.forEach(type -> sums.put(type, new RowSums()));
        memory.rows
                .values()
                .forEach(row -> Objects.requireNonNull(sums.get(row.type())).add(row.id(), row.version()));
        var hash = hashes.getOrDefault((long) memory.changes.size(), "") + view;
        return new ProbeJson.Probe(memory.feed, memory.changes.size(), hash, sums);
    }

    @Override
    public synchronized void bucket(EntityType<?> type, int bucket, ChangesSink page) throws IOException {
        reach();
        page.head(head(false));
        memory.rows.values().stream()
                .filter(row -> row.type() == type && RowSums.bucket(row.id()) == bucket)
                .forEach(page::row);
    }

    private void checkHistory(SyncState state) {
        if (state.feed() != null
                && (!state.feed().equals(memory.feed)
                        || state.cursor() > memory.changes.size()
                        || !state.hash().equals(hashes.get(state.cursor())))) {
            throw Problem.of("sync.forked").asException();
        }
    }

    private void reach() throws IOException {
        if (!reachable) {
            throw new Unreachable("switched off");
        }
    }

    synchronized @Nullable Row row(Row row) {
        return memory.rows.get(new RowId(row.type().name(), row.id()));
    }

    synchronized void backUp() {
        backup = memory.copy();
    }

    /** As after a disk that died: what happened since the backup never happened. */
    synchronized void restore() {
        memory = Objects.requireNonNull(backup).copy();
    }

    @Override
    public void history(HistoryState from, ChangesSink page) throws IOException {
        throw new Unreachable("no history here");
    }

    @Override
    public void hints(LongConsumer head) throws IOException {
        throw new Unreachable("no hints here");
    }

    @Override
    public void reconnect() {}
}
