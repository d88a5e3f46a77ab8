package cadran.server.sync;

import static cadran.server.sync.SyncWorld.IDS;
import static cadran.server.sync.SyncWorld.delete;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import cadran.model.ownfields.OwnValue;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Verdict;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two people and one own field of one number. */
class OwnValueTest {
    private static final class Numbered {
        final SyncWorld world;
        final UUID number = IDS.next();
        final UUID field = IDS.next();
        final UUID place = OwnValue.place(number, field);

        Numbered(Database db) {
            world = new SyncWorld(db).furnished();
            world.run(world.number(number, "+33144000000"));
            world.database.inOrganisation(world.organisation, tx -> {
                world.sync
                        .apply()
                        .create(
                                tx,
                                List.of(world.row("own_field", field, "Niveau de service", "TEXT", null, null, true)));
                return 0;
            });
        }

        Intent fill(String text) {
            return SyncWorld.create(
                    "own_value", place, new HashMap<>(Map.of("didId", number, "fieldId", field, "textValue", text)));
        }

        Intent change(String before, String after) {
            var changes = new LinkedHashMap<String, Change>();
            changes.put("didId", new Change(number, number));
            changes.put("fieldId", new Change(field, field));
            changes.put("textValue", new Change(before, after));
            return new Intent.Patch("own_value", place, changes);
        }

        OperationResult does(long version, Intent intent) {
            return world.runSeen(world.telecom(), version, intent).result();
        }

        @Nullable
        String there() {
            var row = world.find("own_value", place);
            return row == null ? null : row.text("textValue");
        }
    }

    private static String code(OperationResult result) {
        var problem = result.problem();
        return problem == null ? "" : problem.code();
    }

    @DatabaseTest
    void whoFillsWhatSomebodyElseFilledSeesBothValues(Database db) {
        var at = new Numbered(db);
        assertEquals(Verdict.APPLIED, at.does(0, at.fill("Or")).verdict());
        var second = at.does(0, at.fill("Argent"));
        assertEquals(Verdict.CONFLICT, second.verdict());
        assertEquals("row.changed_by_other", code(second));
        assertEquals(Map.of("textValue", "Or"), second.theirs());
        assertEquals("Or", at.there());
        assertEquals(Verdict.NOTHING_TO_DO, at.does(0, at.fill("Or")).verdict());
        // Now that they know.
        assertEquals(Verdict.APPLIED, at.does(1, at.change("Or", "Argent")).verdict());
        assertEquals("Argent", at.there());
    }

    @DatabaseTest
    void itIsEmptiedAndFilledAgainAndNobodyWhoKnowsOnlyTheFirstValueOverwritesTheSecond(Database db) {
        var at = new Numbered(db);
        at.does(0, at.fill("Or"));
        assertEquals(Verdict.APPLIED, at.does(1, delete("own_value", at.place)).verdict());
        assertNull(at.there());
        var late = at.does(1, at.change("Or", "Argent"));
        assertEquals(Verdict.CONFLICT, late.verdict());
        assertEquals(Collections.singletonMap("textValue", null), late.theirs());
        assertNull(at.there());
        assertEquals(Verdict.APPLIED, at.does(0, at.fill("Bronze")).verdict());
        var row = at.world.find("own_value", at.place);
        assertNotNull(row);
        assertEquals(3, row.version(), "counted on behind the one that was deleted");
        assertEquals(Verdict.CONFLICT, at.does(1, at.change("Or", "Argent")).verdict());
        assertEquals("row.changed_before_delete", code(at.does(1, delete("own_value", at.place))));
        assertEquals("Bronze", at.there());
    }

    @DatabaseTest
    void whatOneEditDoesCountsForTheNextInTheSameBatch(Database db) {
        var at = new Numbered(db);
        var outcomes = at.world.run(at.fill("Or"), at.fill("Argent"), at.change("Or", "Bronze"));
        assertEquals(
                List.of(Verdict.APPLIED, Verdict.CONFLICT, Verdict.APPLIED),
                outcomes.stream().map(one -> one.result().verdict()).toList());
        assertEquals("Bronze", at.there());
    }
}
