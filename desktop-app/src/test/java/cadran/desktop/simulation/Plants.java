package cadran.desktop.simulation;

import cadran.desktop.simulation.PlantLoader.Redefinition;
import cadran.model.numbers.Did;
import cadran.server.http.Caller;
import cadran.server.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Bugs that the simulation must find. Each was once somebody's good idea. */
final class Plants {
    /** @param redefinitions of methods, for what no statement and no message shows */
    record Planted(String topic, String name, Supplier<Plant> plant, List<Redefinition> redefinitions) {}

    private static final String MODEL = "cadran.model.sync.";
    private static final String SYNC = "cadran.server.sync.";

    /** Behind version, audience and the fields. */
    private static final int LIVE_E164 = 3 + Did.TYPE.fields().size();

    static final List<Planted> ALL = List.of(
            wire("transport", "a page that was cut off counts as whole", body -> Pages.without(body, line -> false)),
            wire(
                    "transport",
                    "deleted rows are not told",
                    body -> Pages.without(body, line -> line.startsWith("{\"gone\""))),
            server(
                    "ordering",
                    "the last change of a page is left out",
                    Tampers.rewriting("and seq <= ? and audience", "and seq < ? and audience")),
            redefined(
                    "ordering",
                    "changes are numbered by a sequence",
                    () -> server(Tampers.both(
                            Tampers.rewriting(
                                    "from org_feed where org_id = ? for update", "from org_feed where org_id = ?"),
                            Tampers.rewriting(
                                    "update org_feed set seq = ?,", "update org_feed set seq = greatest(seq, ?),"))),
                    SYNC + "Feed",
                    "append",
                    "appendFromSequence"),
            client("ordering", "the cursor is saved before its rows", Tampers::committingTheCursorFirst),
            client(
                    "durability",
                    "an edit is saved without forcing the disk",
                    () -> Tampers.in("outbox", Tampers.skipping(sql -> sql.equals("CHECKPOINT SYNC")))),
            server(
                    "durability",
                    "the server answers without forcing the disk",
                    Tampers.skipping(sql -> sql.equals("CHECKPOINT SYNC"))),
            new Planted(
                    "durability",
                    "disks do not keep what they were told to force",
                    () -> new Plant() {
                        @Override
                        public boolean forgetsForced() {
                            return true;
                        }
                    },
                    List.of()),
            new Planted(
                    "durability",
                    "the server answers what it did not commit",
                    () -> server(Tampers.rollingBackEach(40)),
                    List.of()),
            client(
                    "durability",
                    "confirmed edits are forgotten at once",
                    () -> Tampers.rewriting("AND o.answered_at < ?", "AND (o.answered_at < ? OR TRUE)")),
            server(
                    "idempotency",
                    "what was answered is not looked up",
                    Tampers.rewriting("l.operation_id = w.id", "l.operation_id = w.id and 1 = 0")),
            new Planted("idempotency", "what is sent again has a new id", Plants::newIds, List.of()),
            client(
                    "idempotency",
                    "answers are not written down",
                    () -> Tampers.skipping(sql -> sql.startsWith("UPDATE operation SET result = ?"))),
            client(
                    "idempotency",
                    "the last number is not written down by the client",
                    () -> Tampers.skipping(sql -> sql.equals("UPDATE device SET last_number = ?"))),
            server(
                    "idempotency",
                    "the last number is not written down by the server",
                    Tampers.skipping(sql -> sql.startsWith("update sync_device"))),
            redefined(
                    "conflicts",
                    "commercial fields go to who came last",
                    () -> Plant.NONE,
                    MODEL + "Field",
                    "merge",
                    "commercialAsDescriptive"),
            redefined(
                    "conflicts",
                    "the words of who came last stay alone",
                    () -> Plant.NONE,
                    MODEL + "Field",
                    "merge",
                    "setAsDescriptive"),
            redefined(
                    "conflicts",
                    "a deletion does not ask what its author saw",
                    () -> Plant.NONE,
                    MODEL + "Decide",
                    "delete",
                    "deleteUnseen"),
            redefined(
                    "conflicts",
                    "everybody counts as having seen everything",
                    () -> Plant.NONE,
                    MODEL + "Decide",
                    "decide",
                    "decideSeen"),
            redefined(
                    "conflicts",
                    "states move as they like",
                    () -> Plant.NONE,
                    "cadran.model.numbers.DidRules",
                    "checkMove",
                    "nothingWrong"),
            server("conflicts", "a live number is not marked as taken", Tampers.binding("live_e164", LIVE_E164, null)),
            client(
                    "conflicts",
                    "refusals are not shown",
                    () -> Tampers.rewriting("o.verdict IN ('REFUSED', 'CONFLICT')", "o.verdict IN ('CONFLICT')")),
            redefined(
                    "conflicts",
                    "who a number is kept for is not asked",
                    () -> Plant.NONE,
                    "cadran.model.numbers.Reservation",
                    "isKeptFromAuthor",
                    "keptFromNobody"),
            redefined(
                    "conflicts",
                    "who says that a change has happened is believed",
                    () -> Plant.NONE,
                    MODEL + "Rights",
                    "missing",
                    "noneMissing"),
            redefined(
                    "audience",
                    "what is one's own is everybody's",
                    () -> Plant.NONE,
                    MODEL + "Audiences",
                    "of",
                    "everybody"),
            redefined("audience", "rights are not looked at", () -> Plant.NONE, SYNC + "Author", "may", "mayAnything"),
            redefined(
                    "audience",
                    "changed rights are not noticed",
                    () -> Plant.NONE,
                    SYNC + "View",
                    "fingerprint",
                    "sameView"),
            new Planted("audience", "a connection remembers whose it was", Plants::confusedCallers, List.of()),
            redefined(
                    "forks",
                    "the history's hash is not compared",
                    () -> Plant.NONE,
                    SYNC + "Feed",
                    "requireUnforked",
                    "unforked"),
            redefined(
                    "forks",
                    "between two pages only the cursor is compared",
                    () -> Plant.NONE,
                    SYNC + "Pull",
                    "requireSeen",
                    "unseen"),
            client(
                    "forks",
                    "after a fork only unanswered edits are sent",
                    () -> Tampers.rewriting("(verdict IS NULL OR verdict <> 'REFUSED')", "verdict IS NULL")),
            redefined(
                    "forks",
                    "after a fork nothing is sent again",
                    () -> Plant.NONE,
                    "cadran.desktop.store.Outbox",
                    "startAgain",
                    "staysAsItIs"),
            new Planted("liveness", "a refusal is no answer", () -> client(refusalsStay()), List.of()),
            redefined(
                    "liveness",
                    "nobody asks without a hint",
                    () -> Plant.NONE,
                    "cadran.desktop.sync.SyncEngine",
                    "step",
                    "stepAndSleep"),
            redefined(
                    "liveness",
                    "after a failure nobody tries again",
                    () -> Plant.NONE,
                    "cadran.desktop.sync.Backoff",
                    "after",
                    "backOffForGood"),
            server(
                    "compaction",
                    "the oldest pointer is kept instead of the newest",
                    Tampers.rewriting("newer.seq > change_log.seq", "newer.seq < change_log.seq")),
            server(
                    "compaction",
                    "every tombstone goes",
                    Tampers.rewriting("<= ? and deleted", ">= 0 * ? and deleted")));

    private Plants() {}

    private static Planted server(String topic, String name, Tamper tamper) {
        return new Planted(topic, name, () -> server(tamper), List.of());
    }

    private static Planted client(String topic, String name, Supplier<Tamper> tamper) {
        return new Planted(topic, name, () -> client(tamper.get()), List.of());
    }

    private static Planted redefined(
            String topic, String name, Supplier<Plant> plant, String type, String method, String hook) {
        return new Planted(topic, name, plant, List.of(new Redefinition(type, method, hook)));
    }

    private interface Forging {
        byte[] forge(byte[] body);
    }

    private static Planted wire(String topic, String name, Forging forging) {
        return new Planted(
                topic,
                name,
                () -> new Plant() {
                    @Override
                    public byte[] answer(byte[] body, boolean isPush) {
                        return isPush ? body : forging.forge(body);
                    }
                },
                List.of());
    }

    private static Plant server(Tamper tamper) {
        return new Plant() {
            @Override
            public Tamper server() {
                return tamper;
            }
        };
    }

    private static Plant client(Tamper tamper) {
        return new Plant() {
            @Override
            public Tamper client() {
                return tamper;
            }
        };
    }

    /** Every operation that goes out has the id of its number and the time, so a second sending looks new. */
    private static Plant newIds() {
        return new Plant() {
            private int count;

            @Override
            public Exchange.Question question(Exchange.Question question) {
                var body = new String(question.body(), StandardCharsets.UTF_8);
                if (!body.contains("\"operations\":[{")) {
                    return question;
                }
                count++;
                String other = body.replaceAll(
                        "(\\{\"id\":\"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-)[0-9a-f]{4}([0-9a-f]{8}\")",
                        "$1%04x$2".formatted(count & 0xFFFF));
                return new Exchange.Question(
                        question.query(), question.headers(), question.path(), other.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    /** Each tenth request runs on behalf of who asked before. */
    private static Plant confusedCallers() {
        return new Plant() {
            private @Nullable Caller last;
            private int count;

            @Override
            public Caller caller(Person person, World world) {
                var before = last;
                last = person.caller();
                return ++count % 10 == 0 && before != null ? before : Objects.requireNonNull(last);
            }
        };
    }

    private static Tamper refusalsStay() {
        return new Tamper() {
            private boolean refused;

            @Override
            public @Nullable Object bind(String where, String sql, int index, @Nullable Object value) {
                if (sql.startsWith("UPDATE operation SET result = ?") && index == 2) {
                    refused = "REFUSED".equals(value);
                }
                return value;
            }

            @Override
            public boolean skips(String where, String sql) {
                return refused && sql.startsWith("UPDATE operation SET result = ?");
            }
        };
    }

    static Planted named(String name) {
        return ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }
}
