package cadran.desktop.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.NumberKind;
import cadran.model.organisations.Role;
import cadran.model.usage.Trust;
import cadran.model.usage.UseRule;
import cadran.model.usage.UseVerdict;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
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
        quiet(desk);
        type(KeyCode.SHORTCUT, KeyCode.K);
        write(desk.texts().get("usage.title").substring(0, 12));
        type(KeyCode.ENTER);
        quiet(desk);
        var rules = UseRule.shipped();
        assertTrue(isShown(desk.texts().count("usage.count", rules.size())), () -> texts().toString());
        type(KeyCode.SHORTCUT, KeyCode.F);
        write("2025-594");
        var left = desk.texts().count("usage.count", 1);
        await(left, () -> isShown(left));
        type(KeyCode.DOWN);
        quiet(desk);
        assertTrue(
                isShown("Prospecter un consommateur par téléphone demande son consentement préalable."),
                () -> texts().toString());
        assertTrue(isShown(desk.texts().get("usage.state.now")), () -> texts().toString());
    }

    private static void quiet(Desk desk) {
        settle();
        await("quiet", () -> desk.background().jobs().isEmpty());
        settle();
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
                var rule = new UseRule("0162", null, null, null, verdict, true, trust, null, null, "Arcep", null);
                assertFalse(words.verdict(rule).isBlank() || words.trust(rule).isBlank());
                assertEquals("0162", words.numbers(rule));
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
                null, kind, null, null, UseVerdict.ALLOWED, false, Trust.PRIMARY, from, until, "Arcep", null);
    }
}
