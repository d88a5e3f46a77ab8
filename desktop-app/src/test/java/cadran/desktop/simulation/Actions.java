package cadran.desktop.simulation;

import cadran.desktop.edit.Op;
import cadran.desktop.store.QueuedOperation;
import cadran.desktop.store.Rows;
import cadran.desktop.store.StoreException;
import cadran.model.Schema;
import cadran.model.catalog.Campaign;
import cadran.model.catalog.MemberName;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeState;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.AssignmentPlan;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.StatusEffects;
import cadran.model.ownfields.Choices;
import cadran.model.ownfields.OwnField;
import cadran.model.ownfields.OwnKind;
import cadran.model.ownfields.OwnValue;
import cadran.model.problem.ProblemException;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.Intent;
import cadran.model.sync.MergeClass;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the people at the clients do, through the same door as the screens. */
final class Actions {
    private final World world;
    private final Values values = new Values();
    private int done;

    Actions(World world) {
        this.world = world;
    }

    int done() {
        return done;
    }

    Values values() {
        return values;
    }

    void act(Client client, RandomGenerator random) {
        done++;
        try {
            switch (random.nextInt(24)) {
                case 0, 1, 2, 3 -> add(client, random);
                case 4, 5, 6, 7, 8, 9, 10 -> change(client, random, 1 + random.nextInt(8) / 7 * 3);
                case 11, 12 -> move(client, random);
                case 13 -> assign(client, random);
                case 14, 15 -> delete(client, random);
                case 16, 17 -> undo(client, random);
                case 18 -> dismiss(client, random);
                case 19 -> reserve(client, random);
                case 20 -> withdraw(client, random);
                case 21, 22 -> fill(client, random);
                default -> insist(client, random);
            }
        } catch (ProblemException refused) {
            client.stopIfCut();
            world.scheduler().note("not allowed: " + refused.problem());
            if (refused.problem().code().equals("edit.not_saved") && !client.isHurt()) {
                throw new Violation("what can be saved is saved", refused);
            }
        } catch (StoreException broken) {
            client.stopIfCut();
            if (!client.isHurt()) {
                throw new Violation("the store does not break", broken);
            }
            world.scheduler().noteFailure("an edit failed on a hurt computer: ", broken);
        }
    }

    private interface Deed {
        List<Intent> intents(Rows rows);
    }

    /** @param seen filled with the rows as the author sees them at the moment of the edit */
    private record Doing(Deed deed, Map<UUID, Row> seen) implements Op {
        @Override
        public String labelKey() {
            return "simulated";
        }

        @Override
        public List<Intent> intents(Rows rows) {
            var intents = deed.intents(rows);
            for (var intent : intents) {
                var row = rows.find(Schema.type(intent.entity()), intent.rowId());
                if (row != null) {
                    seen.put(intent.rowId(), row);
                }
            }
            return intents;
        }
    }

    private void run(Client client, Deed deed) {
        var seen = new HashMap<UUID, Row>();
        var edited = client.edits().run(new Doing(deed, seen));
        world.ledger().saved(client, edited.rows(), seen);
        world.scheduler().note("saved");
    }

    private static EntityType<?> type(RandomGenerator random) {
        return random.nextBoolean() ? Did.TYPE : Schema.TYPES.get(random.nextInt(Schema.TYPES.size()));
    }

    private void add(Client client, RandomGenerator random) {
        var type = type(random);
        run(client, rows -> {
            var made = values.ofNew(type, client.person, rows, random);
            if (made == null) {
                return List.of();
            }
            var place = type.placeOf(made);
            return List.of(new Intent.Create(type.name(), place == null ? client.ids.next() : place, made));
        });
    }

    private void change(Client client, RandomGenerator random, int many) {
        var type = type(random);
        run(client, rows -> {
            var intents = new ArrayList<Intent>();
            for (int i = 0; i < many; i++) {
                var row = Values.row(type, rows, random);
                if (row != null && intents.stream().noneMatch(one -> one.rowId().equals(row.id()))) {
                    intents.add(new Intent.Patch(type.name(), row.id(), changes(client, row, rows, random)));
                }
            }
            return intents;
        });
    }

    private Map<String, Change> changes(Client client, Row row, Rows rows, RandomGenerator random) {
        var changes = new LinkedHashMap<String, Change>();
        var fields = row.type().fields().stream().filter(Actions::isChanged).toList();
        int most = Math.min(fields.size(), 1 + random.nextInt(3));
        while (changes.size() < most) {
            var field = fields.get(random.nextInt(fields.size()));
            boolean cleared = !field.required() && random.nextInt(5) == 0;
            Object wanted = cleared ? null : values.any(field, client.person, rows, random);
            changes.put(field.name(), new Change(row.get(field.name()), wanted));
        }
        return changes;
    }

    private static boolean isChanged(Field field) {
        return field.merge() != MergeClass.MACHINE && field.merge() != MergeClass.IDENTITY && field.needs() == null;
    }

    private void move(Client client, RandomGenerator random) {
        run(client, rows -> {
            var row = Values.row(Did.TYPE, rows, random);
            if (row == null) {
                return List.of();
            }
            var to = Values.status(random);
            var changes = new LinkedHashMap<String, Change>();
            if (row.get("customerId") == null
                    && (to.equals(DidStatus.ASSIGNED.name()) || to.equals(DidStatus.IN_USE.name()))) {
                var customer = Values.row(Schema.type("customer"), rows, random);
                changes.put("customerId", new Change(null, customer == null ? null : customer.id()));
            }
            return List.of(new Intent.Move(Did.TYPE.name(), row.id(), "status", to, changes));
        });
    }

    /** A number begins to work for a campaign of its customer, or stops. */
    private void assign(Client client, RandomGenerator random) {
        run(client, rows -> {
            var today = LocalDate.ofInstant(client.clock.instant(), ZoneOffset.UTC);
            var plan = new AssignmentPlan(new StatusEffects(rows::find, today), today);
            var running = Values.row(Assignment.TYPE, rows, random);
            if (running != null && random.nextBoolean()) {
                var did = rows.find(Did.TYPE, Objects.requireNonNull(running.reference("didId")));
                return did == null ? List.of() : plan.end(did, running, today.minusDays(1), List.of());
            }
            var did = Values.row(Did.TYPE, rows, random);
            var campaign = Values.row(Campaign.TYPE, rows, random);
            if (did == null || campaign == null) {
                return List.of();
            }
            var made = new Assignment(
                    client.ids.next(), did.id(), campaign.id(), today.minusDays(1), null, true, false, null, null);
            return plan.begin(did, campaign, Assignment.TYPE.row(made, client.person.organisation.id()));
        });
    }

    /** A number is kept for somebody, or kept no more. */
    private void reserve(Client client, RandomGenerator random) {
        run(client, rows -> {
            var did = Values.row(Did.TYPE, rows, random);
            var member = Values.row(MemberName.TYPE, rows, random);
            if (did == null || member == null) {
                return List.of();
            }
            boolean ends = did.get("reservedForId") != null;
            var wanted = new LinkedHashMap<String, @Nullable Object>();
            wanted.put("reservedForId", ends ? null : member.id());
            wanted.put("reservedById", ends ? null : client.person.id);
            wanted.put("reservedUntil", ends ? null : Values.FAR);
            wanted.put("reservationReason", null);
            var changes = new LinkedHashMap<String, Change>();
            wanted.forEach((field, value) -> changes.put(field, new Change(did.get(field), value)));
            return List.of(new Intent.Patch(Did.TYPE.name(), did.id(), changes));
        });
    }

    /** A prepared change shall not happen, or shall; now and then somebody says that it did. */
    private void withdraw(Client client, RandomGenerator random) {
        run(client, rows -> {
            var set = Values.row(ChangeSet.TYPE, rows, random);
            var to = List.of(ChangeState.values())
                    .get(random.nextInt(ChangeState.values().length))
                    .name();
            return set == null
                    ? List.of()
                    : List.of(new Intent.Move(ChangeSet.TYPE.name(), set.id(), "state", to, Map.of()));
        });
    }

    /** There are few numbers and few own fields, so several people come to the same place while it is empty, or was. */
    private void fill(Client client, RandomGenerator random) {
        run(client, rows -> {
            var did = Values.row(Did.TYPE, rows, random);
            var field = Values.row(OwnField.TYPE, rows, random);
            if (field == null) {
                Map<String, @Nullable Object> made = new LinkedHashMap<>();
                made.put("name", values.text(client.person.organisation));
                made.put(
                        "kind", List.of(OwnKind.values()).get(random.nextInt(3)).name());
                made.put("active", true);
                return List.of(new Intent.Create(OwnField.TYPE.name(), client.ids.next(), made));
            }
            return did == null ? List.of() : List.of(filling(client, did, field, rows, random));
        });
    }

    private Intent filling(Client client, Row did, Row field, Rows rows, RandomGenerator random) {
        var type = OwnValue.TYPE;
        var id = OwnValue.place(did.id(), field.id());
        var now = rows.find(type, id);
        if (now != null && random.nextInt(4) == 0) {
            return new Intent.Delete(type.name(), id);
        }
        var kind = OwnKind.valueOf(Objects.requireNonNull(field.text("kind")));
        var choices = Choices.of(field.text("choices"));
        Object wanted = kind == OwnKind.CHOICE
                ? choices.get(random.nextInt(choices.size()))
                : values.any(type.field(kind.field()), client.person, rows, random);
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        made.put("didId", did.id());
        made.put("fieldId", field.id());
        made.put(kind.field(), wanted);
        if (now == null) {
            return new Intent.Create(type.name(), id, made);
        }
        var changes = new LinkedHashMap<String, Change>();
        made.forEach((name, value) -> changes.put(name, new Change(now.get(name), value)));
        return new Intent.Patch(type.name(), id, changes);
    }

    private void delete(Client client, RandomGenerator random) {
        var type = type(random);
        run(client, rows -> {
            var row = Values.row(type, rows, random);
            return row == null ? List.of() : List.of(new Intent.Delete(type.name(), row.id()));
        });
    }

    private void undo(Client client, RandomGenerator random) {
        var edited =
                random.nextInt(3) > 0 ? client.edits().undo() : client.edits().redo();
        world.ledger().saved(client, edited.rows(), Map.of());
        world.scheduler().note("saved");
    }

    private static @Nullable QueuedOperation attention(Client client, RandomGenerator random) {
        var waiting = client.store().outbox().answers().attention();
        return waiting.isEmpty() ? null : waiting.get(random.nextInt(waiting.size()));
    }

    private void dismiss(Client client, RandomGenerator random) {
        var seen = attention(client, random);
        if (seen != null) {
            world.ledger().dismissed(List.of(seen.operation().id()));
            client.store().outbox().answers().dismiss(List.of(seen.operation().id()));
        }
    }

    /** The author wants it all the same, now knowing what stands there. */
    private void insist(Client client, RandomGenerator random) {
        var seen = attention(client, random);
        if (seen == null) {
            return;
        }
        run(client, rows -> {
            var row = rows.find(
                    Schema.type(seen.operation().intent().entity()),
                    seen.operation().intent().rowId());
            return row == null ? List.of() : List.of(over(row, seen.operation().intent()));
        });
        world.ledger().dismissed(List.of(seen.operation().id()));
        client.store().outbox().answers().dismiss(List.of(seen.operation().id()));
    }

    private static Intent over(Row row, Intent intent) {
        return switch (intent) {
            case Intent.Create create -> create;
            case Intent.Delete delete -> delete;
            case Intent.Patch patch -> new Intent.Patch(patch.entity(), patch.rowId(), over(row, patch.changes()));
            case Intent.Move move ->
                new Intent.Move(move.entity(), move.rowId(), move.field(), move.to(), over(row, move.changes()));
        };
    }

    private static Map<String, Change> over(Row row, Map<String, Change> changes) {
        var fresh = new LinkedHashMap<String, Change>();
        changes.forEach((field, change) -> fresh.put(field, new Change(row.get(field), change.after())));
        return fresh;
    }
}
