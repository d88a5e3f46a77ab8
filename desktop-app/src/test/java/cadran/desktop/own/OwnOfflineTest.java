package cadran.desktop.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cadran.desktop.acceptance.Company;
import cadran.desktop.edit.TestOp;
import cadran.desktop.profiles.OpenProfile;
import cadran.desktop.query.Query;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.ownfields.OwnField;
import cadran.model.ownfields.OwnValue;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people without a network, one server, and the same empty own field of the same numbers. */
class OwnOfflineTest {
    @TempDir
    Path folder;

    private static void set(OpenProfile who, Row number, OwnField field, @Nullable String value) {
        var values = new HashMap<OwnField, @Nullable Object>();
        values.put(field, value);
        who.edits().run(SetOwn.one(number.id(), "", values));
    }

    private static @Nullable String value(OpenProfile who, Row number, OwnField field) {
        var row = who.store().rows().find(OwnValue.TYPE, OwnValue.place(number.id(), field.id()));
        return row == null ? null : row.text("textValue");
    }

    private static Map<UUID, Map<String, @Nullable Object>> conflicts(OpenProfile who) {
        var theirs = new HashMap<UUID, Map<String, @Nullable Object>>();
        for (var waiting : who.store().outbox().answers().attention()) {
            var result = Objects.requireNonNull(waiting.result());
            assertEquals(Verdict.CONFLICT, result.verdict(), result::toString);
            theirs.put(waiting.operation().intent().rowId(), result.theirs());
        }
        return theirs;
    }

    @Test
    void theLaterOneIsAConflictWithBothValuesAndEqualOnesAreNone() throws Exception {
        try (var company = Company.in(folder)) {
            var anna = company.desktop("Anna Morel", Role.TELECOM, Role.ADMIN);
            var ben = company.desktop("Ben Faure", Role.TELECOM);
            var definition = OwnFieldsScreensTest.field("Niveau", "TEXT", null);
            anna.edits().run(TestOp.of("add", TestOp.adding(definition)));
            var field = OwnField.TYPE.read(definition);
            Company.synced(anna);
            Company.until(ben, () -> ben.store().rows().find(OwnField.TYPE, field.id()) != null);
            List<Row> numbers = anna.store().rows().list(Query.of(Did.TYPE).first(4)).stream()
                    .map(row -> row.row())
                    .toList();
            var contested = numbers.get(0);
            var agreed = numbers.get(1);
            var emptied = numbers.get(2);
            var refilled = numbers.get(3);
            set(anna, emptied, field, "Vieux");
            set(anna, refilled, field, "Vieux");
            Company.synced(anna);
            Company.until(ben, () -> "Vieux".equals(value(ben, refilled, field)));

            company.cutOff();
            set(anna, contested, field, "Or");
            set(anna, agreed, field, "Or");
            set(anna, emptied, field, null);
            set(anna, refilled, field, null);
            set(anna, refilled, field, "Neuf");
            // Who empties and fills again before anybody hears of it has filled.
            set(ben, contested, field, "Bronze");
            set(ben, contested, field, null);
            set(ben, contested, field, "Argent");
            set(ben, agreed, field, "Or");
            set(ben, emptied, field, "Autre");
            set(ben, refilled, field, "Autre");
            var late = company.reopened(ben);
            company.reconnect();
            Company.synced(anna);
            assertEquals(Map.of(), conflicts(anna));

            late.engine().start();
            Company.synced(late);
            var theirs = conflicts(late);
            assertEquals(Map.of("textValue", "Or"), theirs.get(OwnValue.place(contested.id(), field.id())));
            assertEquals(Map.of("textValue", "Neuf"), theirs.get(OwnValue.place(refilled.id(), field.id())));
            var nothing = new HashMap<String, @Nullable Object>();
            nothing.put("textValue", null);
            assertEquals(nothing, theirs.get(OwnValue.place(emptied.id(), field.id())));
            assertEquals(3, theirs.size(), theirs::toString);
            for (var who : List.of(anna, late)) {
                assertEquals("Or", value(who, contested, field));
                assertEquals("Or", value(who, agreed, field));
                assertNull(value(who, emptied, field));
                assertEquals("Neuf", value(who, refilled, field));
            }

            // Now that they know, it is an edit like any other.
            set(late, contested, field, "Argent");
            set(late, emptied, field, "Autre");
            Company.synced(late);
            Company.until(anna, () -> "Argent".equals(value(anna, contested, field)));
            assertEquals("Autre", value(anna, emptied, field));
        }
    }
}
