package cadran.desktop.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cadran.model.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import javafx.beans.property.SimpleIntegerProperty;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final Texts texts = new Texts(Language.FRENCH);

    @Test
    void aBoundTextFollowsLanguageAndArguments() {
        var name = new SimpleIntegerProperty(1);
        var bound = texts.bind("error.code", "code", name);
        assertEquals("Code d’erreur 1", bound.get());
        name.set(2);
        assertEquals("Code d’erreur 2", bound.get());
        texts.languageProperty().set(Language.ENGLISH);
        assertEquals("Error code 2", bound.get());
    }

    @Test
    void frenchCountsZeroAsOneAndEnglishDoesNot() {
        assertEquals("0 modification gardée sur cet ordinateur", texts.count("banner.kept", 0));
        assertEquals("2 modifications gardées sur cet ordinateur", texts.count("banner.kept", 2));
        texts.languageProperty().set(Language.ENGLISH);
        assertEquals("0 changes kept on this computer", texts.count("banner.kept", 0));
        assertEquals("1 change kept on this computer", texts.count("banner.kept", 1));
    }

    @Test
    void countsAreWrittenInTheLanguagesWay() {
        assertEquals("1\u202f234\u202f567 en attente", texts.count("status.pending", 1_234_567));
        texts.languageProperty().set(Language.ENGLISH);
        assertEquals("1,234,567 pending", texts.count("status.pending", 1_234_567));
    }

    @Test
    void aProblemSpeaksTheUsersLanguage() {
        var problem = Problem.of("password.too_short").with("min", 12);
        assertEquals("Au moins 12 caractères.", texts.problem(problem));
    }

    @Test
    void aCodeIsSaidInTheWordsOfItsFamily() {
        var problem = Problem.of("state.move_not_allowed")
                .with("from", "TERMINATED")
                .with("to", "IN_USE")
                .with("allowed", "AVAILABLE,ASSIGNED");
        texts.languageProperty().set(Language.ENGLISH);
        assertEquals(
                "A number can’t go from “Terminated” to “In use”. Possible: Available, Assigned.",
                texts.problem(problem));
        assertEquals(
                "A number can’t go from “LOST” to “In use”. Possible: Available, Assigned.",
                texts.problem(problem.with("from", "LOST")));
    }

    @Test
    void anUnknownProblemStillSaysSomethingUseful() {
        var problem = new Problem("number.from_the_future", Map.of(), null);
        assertEquals("L’opération n’a pas abouti (code number.from_the_future).", texts.problem(problem));
    }

    @Test
    void aMissingKeyIsABugThatShows() {
        assertThrows(IllegalArgumentException.class, () -> texts.get("no.such.key"));
    }

    @Test
    void moneyAndDatesFollowTheLanguage() {
        var french = Formats.of(Language.FRENCH);
        var english = Formats.of(Language.ENGLISH);
        assertEquals("1\u202f234,50\u00a0€", french.money(new BigDecimal("1234.5"), "EUR"));
        assertEquals("€1,234.50", english.money(new BigDecimal("1234.5"), "EUR"));
        assertEquals("0,0125\u00a0€", french.money(new BigDecimal("0.0125"), "EUR"));
        assertEquals("03/02/2026", french.date(LocalDate.of(2026, 2, 3)));
        assertEquals("3 février 2026", french.dateInWords(LocalDate.of(2026, 2, 3)));
        assertEquals("3 February 2026", english.dateInWords(LocalDate.of(2026, 2, 3)));
        assertEquals("10:42", french.time(Instant.parse("2026-02-03T09:42:00Z"), ZoneId.of("Europe/Paris")));
        assertEquals("62\u00a0%", french.percent(0.62));
    }
}
