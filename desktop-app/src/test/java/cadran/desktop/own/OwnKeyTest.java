package cadran.desktop.own;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.filter.Key;
import cadran.desktop.filter.Words;
import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.query.Query;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.tables.TableFilter;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.ownfields.OwnField;
import cadran.model.ownfields.OwnValue;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Own fields as keys of the filter line, over the real store. */
class OwnKeyTest {
    @TempDir
    Path folder;

    @Test
    void theyAreKeysOfTheFilterLine() {
        try (var profile = OpenProfile.withNumbers(folder, Role.TELECOM, 40)) {
            var level = OwnFieldsScreensTest.field("Niveau de service", "CHOICE", "Or, Argent");
            var rank = OwnFieldsScreensTest.field("Rang", "NUMBER", null);
            var due = OwnFieldsScreensTest.field("Échéance", "DATE", null);
            var remark = OwnFieldsScreensTest.field("Commentaire", "TEXT", null);
            var notes = OwnFieldsScreensTest.field("Notes", "TEXT", null);
            var all = profile.workspace.rows().list(Query.of(Did.TYPE));
            for (var field : List.of(level, rank, due, remark, notes)) {
                profile.open.run(TestOp.adding(field));
            }
            give(profile, all.get(0).row(), level, "textValue", "Or");
            give(profile, all.get(1).row(), level, "textValue", "Argent");
            give(profile, all.get(0).row(), rank, "numberValue", new BigDecimal("5.0000"));
            give(profile, all.get(1).row(), rank, "numberValue", new BigDecimal("12.5000"));
            give(profile, all.get(2).row(), due, "dateValue", LocalDate.of(2026, 5, 1));
            give(profile, all.get(3).row(), remark, "textValue", "Accueil du siège");
            give(profile, all.get(3).row(), notes, "textValue", "tarif");
            var texts = new Texts(Language.FRENCH);
            var keys = Stream.of(level, rank, due, remark, notes)
                    .<Key>map(row -> new OwnKey(new Words(texts), profile.workspace, OwnField.TYPE.read(row)))
                    .toList();
            var filter = new TableFilter(texts, profile.workspace, Did.TYPE, List.of(), () -> keys, word -> List.of());
            for (var one : Map.ofEntries(
                            Map.entry("niveau-de-service:or", 1),
                            Map.entry("niveau:OR", 1),
                            Map.entry("niveau-de-service:or,argent", 2),
                            Map.entry("niveau-de-service:aucun", 38),
                            Map.entry("-niveau-de-service:or", 39),
                            Map.entry("rang>5", 1),
                            Map.entry("rang<=5", 1),
                            Map.entry("rang:1..20", 2),
                            Map.entry("echeance:2026", 1),
                            Map.entry("échéance<2026", 0),
                            Map.entry("commentaire:siege", 1),
                            Map.entry("commentaire:none", 39),
                            // The field that every number has is meant.
                            Map.entry("notes:tarif", 0))
                    .entrySet()) {
                var read = filter.read(one.getKey()).orElseThrow();
                assertEquals(
                        one.getValue().longValue(),
                        profile.workspace.rows().count(Query.of(Did.TYPE).where(read)),
                        one.getKey());
            }
            assertEquals(true, filter.read("niveau-de-service:bronze").isEmpty());
            assertEquals(true, filter.read("niveau-de-service>or").isEmpty());
        }
    }

    @Test
    void aNameThatEveryNumberHasIsTaken() {
        var texts = new Texts(Language.ENGLISH);
        for (var taken : List.of("Notes", "Coût", "cost", "Campagne", "Compte", "STATUT")) {
            assertEquals(true, OwnKeyPanel.isTaken(texts, taken), taken);
        }
        assertEquals(false, OwnKeyPanel.isTaken(texts, "Niveau de service"));
    }

    private static void give(OpenProfile profile, Row number, Row field, String in, Object value) {
        profile.open.run(TestOp.adding(
                OpenStore.row(OwnValue.TYPE, Map.of("didId", number.id(), "fieldId", field.id(), in, value))));
    }
}
