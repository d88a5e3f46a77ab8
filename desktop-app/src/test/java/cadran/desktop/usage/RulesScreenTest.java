package cadran.desktop.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.query.Query;
import cadran.desktop.tables.AddRow;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberKind;
import cadran.model.organisations.Role;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.model.sync.Row;
import cadran.model.usage.OrganisationRule;
import cadran.model.usage.Trust;
import cadran.model.usage.UseRule;
import cadran.model.usage.UseVerdict;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RulesScreenTest extends UiTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void theRulesAreFoundAndReadByKeysAlone(Language language) {
        var desk = desk(language);
        var profile = closing(OpenProfile.in(folder, Role.VIEWER));
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        quiet();
        type(KeyCode.SHORTCUT, KeyCode.K);
        write(desk.texts().get("usage.title").substring(0, 12));
        type(KeyCode.ENTER);
        quiet();
        var all = desk.texts().count("usage.count", UseRule.shipped().size());
        await(all, () -> isShown(all));
        type(KeyCode.SHORTCUT, KeyCode.F);
        write("2025-594");
        var left = desk.texts().count("usage.count", 1);
        await(left, () -> isShown(left));
        type(KeyCode.DOWN);
        quiet();
        assertTrue(
                isShown("Prospecter un consommateur par téléphone demande son consentement préalable."),
                () -> texts().toString());
        assertTrue(isShown(desk.texts().get("usage.state.now")), () -> texts().toString());
    }

    private OpenProfile opened(Desk desk, Role role) {
        var profile = closing(OpenProfile.in(folder, role));
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("use-rules"));
        quiet();
        return profile;
    }

    /** Puts the focus on the only rule with these words. */
    private void find(Desk desk, String words) {
        type(KeyCode.SHORTCUT, KeyCode.F);
        onFx(() -> ((TextField) byId("filter")).setText(words));
        var one = desk.texts().count("usage.count", 1);
        await(one, () -> isShown(one));
        type(KeyCode.DOWN);
        quiet();
    }

    private static List<OrganisationRule> own(OpenProfile profile) {
        return profile.workspace.ruleBook().own();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aShippedRuleIsChangedSetAsideAndBroughtBackByKeysAlone(Language language) {
        var desk = desk(language);
        var profile = opened(desk, Role.ADMIN);
        find(desk, "questions des professionnels");
        type(KeyCode.SHORTCUT, KeyCode.E);
        onFx(() -> ((TextInputControl) byId("field-source")).setText("Arcep, décision 2026-1"));
        onFx(() -> byId("field-dialledPrefix").requestFocus());
        write("06");
        type(KeyCode.ENTER);
        quiet();
        assertEquals("mobile-voice", own(profile).getFirst().replaces());
        assertEquals("06", own(profile).getFirst().dialledPrefix());
        find(desk, "décision 2026-1");
        assertTrue(isShown(desk.texts().get("usage.origin.changed")), () -> texts().toString());
        assertTrue(isShown(desk.texts().get("usage.by.waiting")), () -> texts().toString());
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
        quiet();
        assertFalse(own(profile).getFirst().active());
        assertTrue(isShown(desk.texts().get("usage.state.aside")), () -> texts().toString());
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P);
        quiet();
        assertTrue(own(profile).getFirst().active());
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.R);
        quiet();
        assertEquals(List.of(), own(profile));
        type(KeyCode.SHORTCUT, KeyCode.Z);
        quiet();
        assertEquals("06", own(profile).getFirst().dialledPrefix());
    }

    @Test
    void aNewRuleIsHeldToItsChecksBesideTheField() {
        var desk = desk(Language.FRENCH);
        var profile = opened(desk, Role.ADMIN);
        type(KeyCode.SHORTCUT, KeyCode.N);
        onFx(() -> byId("field-dialledPrefix").requestFocus());
        write("162");
        type(KeyCode.ENTER);
        quiet();
        assertTrue(isShown(desk.texts().get("problem.field.required")), "no source " + texts());
        onFx(() -> ((TextInputControl) byId("field-source")).setText("Décision interne"));
        onFx(() -> byId("field-dialledPrefix").requestFocus());
        type(KeyCode.ENTER);
        quiet();
        assertTrue(
                isShown(desk.texts().problem(Problem.of("use_rule.not_a_prefix").with("value", "162"))),
                () -> texts().toString());
        onFx(() -> ((TextField) byId("field-dialledPrefix")).setText("0162"));
        type(KeyCode.ENTER);
        quiet();
        assertEquals("0162", own(profile).getFirst().dialledPrefix());
        assertNull(own(profile).getFirst().replaces());
    }

    @Test
    void thatTheProgramsRuleChangedIsShownUntilSomebodyKeepsTheirOwn() {
        var desk = desk(Language.FRENCH);
        var profile = opened(desk, Role.ADMIN);
        var shipped = UseRule.shipped().getFirst();
        var row = OrganisationRule.TYPE
                .row(OrganisationRule.copyOf(shipped, OpenStore.id()), OpenStore.ORGANISATION)
                .with("source", "Comparée autrefois")
                .with("basis", "0".repeat(32));
        profile.open.run(TestOp.adding(row));
        find(desk, "Comparée autrefois");
        assertTrue(isShown("⚠ " + desk.texts().get("usage.origin.changed")), () -> texts().toString());
        assertTrue(isShown(desk.texts().get("usage.shipped.outdated")), () -> texts().toString());
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
        quiet();
        assertEquals(
                OrganisationRule.fingerprint(shipped), own(profile).getFirst().basis());
        assertFalse(isShown(desk.texts().get("usage.shipped.outdated")), () -> texts().toString());
    }

    @ParameterizedTest
    @EnumSource(names = {"TELECOM", "VIEWER"})
    void whoDoesNotLookAfterTheRulesOnlyReadsThem(Role role) {
        var desk = desk(Language.FRENCH);
        var profile = opened(desk, role);
        find(desk, "questions des professionnels");
        assertFalse(isShown(desk.texts().get("entity.usage_rule.add")), () -> texts().toString());
        type(KeyCode.SHORTCUT, KeyCode.E);
        type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
        quiet();
        assertFalse(desk.modals().openProperty().get());
        var row = OrganisationRule.TYPE.row(
                OrganisationRule.copyOf(UseRule.shipped().getFirst(), OpenStore.id()), OpenStore.ORGANISATION);
        var add = new AddRow(OrganisationRule.TYPE, row.id(), values(row), "x");
        var refused = assertThrows(
                ProblemException.class, () -> profile.workspace.edits().run(add));
        assertEquals("right.missing", refused.problem().code());
        assertEquals(List.of(), own(profile));
    }

    private static Map<String, @Nullable Object> values(Row row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        row.type().fields().forEach(field -> values.put(field.name(), row.get(field.name())));
        return values;
    }

    @ParameterizedTest
    @CsvSource({
        "FRENCH, usage:interdit, FORBIDDEN",
        "FRENCH, usage:à-vérifier, TO_BE_CHECKED",
        "FRENCH, usage:autorisé, ALLOWED",
        "FRENCH, usage:forbidden, FORBIDDEN",
        "ENGLISH, usage:check, TO_BE_CHECKED",
        "ENGLISH, use:allowed, ALLOWED",
    })
    void numbersAreNarrowedByTheVerdictAndTheColumnSaysIt(Language language, String line, UseVerdict verdict) {
        var desk = desk(language);
        var profile = closing(OpenProfile.withNumbers(folder, Role.ADMIN, 400));
        SampleRules.sayHowCampaignsCall(profile);
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("numbers"));
        quiet();
        var filter = new UseFilters(profile.workspace.useGate(), profile.workspace.today()).of(verdict);
        long found = profile.workspace.rows().count(Query.of(Did.TYPE).where(filter));
        assertTrue(found > 0, "none is " + verdict);
        type(KeyCode.SHORTCUT, KeyCode.F);
        onFx(() -> ((TextField) byId("filter")).setText(line));
        var count = desk.texts().count("entity.did.count", found);
        await(count, () -> isShown(count));
        var uses = new UsesInSight(desk, profile.workspace);
        var rows = profile.workspace.rows().list(Query.of(Did.TYPE).where(filter));
        onFx(() -> rows.forEach(row -> uses.of(row.row())));
        await("all found out", () -> onFx(() -> rows.stream().allMatch(row -> uses.of(row.row()) == verdict)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everythingThatARuleCanSayHasWordsOfItsOwn(Language language) {
        var words = new RuleWords(new Texts(language));
        var kinds = new HashSet<String>();
        for (var kind : NumberKind.values()) {
            kinds.add(words.numbers(rule(kind, null, null)));
        }
        assertEquals(NumberKind.values().length, kinds.size());
        assertFalse(kinds.contains(words.numbers(rule(null, null, null))));
        for (var verdict : UseVerdict.values()) {
            for (var trust : Trust.values()) {
                var rule = UseRule.ofLine(";0162;;;;%s;yes;%s;;;Arcep;;".formatted(verdict, trust));
                assertFalse(words.verdict(rule).isBlank() || words.trust(rule).isBlank());
                assertEquals("0162", words.numbers(rule));
                // What is only told is shown as the gate takes it.
                assertEquals(
                        words.verdict(trust == Trust.PRIMARY ? verdict : UseVerdict.TO_BE_CHECKED),
                        words.verdict(rule));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        ", , usage.state.now",
        "2026-11-20, , usage.state.now",
        "2026-11-21, , usage.state.later",
        ", 2026-11-20, usage.state.now",
        ", 2026-11-19, usage.state.over",
        "2026-01-01, 2026-03-31, usage.state.over",
    })
    void aRuleIsInForceFromItsFirstDayToItsLast(@Nullable LocalDate from, @Nullable LocalDate until, String key) {
        var texts = new Texts(Language.FRENCH);
        var state = new RuleWords(texts).state(rule(null, from, until), LocalDate.of(2026, 11, 20));
        assertEquals(texts.get(key), state);
        assertTrue(List.of("En vigueur", "À venir", "Terminée").contains(state));
    }

    private static UseRule rule(@Nullable NumberKind kind, @Nullable LocalDate from, @Nullable LocalDate until) {
        return new UseRule(
                null,
                null,
                kind,
                null,
                null,
                UseVerdict.ALLOWED,
                false,
                Trust.PRIMARY,
                from,
                until,
                "Arcep",
                null,
                null);
    }
}
