package cadran.desktop.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.query.SearchText;
import cadran.desktop.ui.FilterGrammar.Chip;
import cadran.desktop.ui.Suggestion;
import cadran.model.catalog.Customer;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFilterTest {
    @TempDir
    Path folder;

    private OpenProfile profile;
    private TableFilter french;
    private TableFilter english;

    @BeforeEach
    void open() {
        profile = OpenProfile.withNumbers(folder, Role.TELECOM, 60);
        french = TableFilter.of(new Texts(Language.FRENCH), profile.workspace, Did.TYPE);
        english = TableFilter.of(new Texts(Language.ENGLISH), profile.workspace, Did.TYPE);
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private static List<Filter> only(Filter filter) {
        return List.of(filter);
    }

    /** Whichever language is shown: what somebody has learnt to type goes on working. */
    private void assertMeans(Filter expected, String... lines) {
        for (String line : lines) {
            assertEquals(only(expected), french.read(line).orElseThrow(), line);
            assertEquals(only(expected), english.read(line).orElseThrow(), line);
        }
    }

    @Test
    void nothingNarrowsNothing() {
        assertEquals(List.of(), french.read("  ").orElseThrow());
        assertEquals(List.of(), french.read("").orElseThrow());
    }

    @Test
    void whatWaitsForItsPortOutIsFound() {
        assertMeans(
                new Filter.Not(new Filter.Is("awaitsPortOutSince", null)),
                "attend:rempli",
                "awaits:any",
                "portage-sortant:rempli");
    }

    @Test
    void codesAreKnownByTheirWordsInBothLanguages() {
        assertMeans(
                new Filter.In("status", List.of("AVAILABLE")),
                "statut:disponible",
                "status:available",
                "statut : dispo",
                "STATUT:AVAIL",
                "status=available",
                "status:\"disponible\"");
        assertMeans(
                new Filter.In("status", List.of("AVAILABLE", "IN_USE")),
                "status:available,in_use",
                "statut:disponible,\"utilisé\"");
        assertMeans(new Filter.Not(new Filter.In("status", List.of("ORDERED"))), "-statut:commandé", "!status:ordered");
    }

    @Test
    void amountsAndDaysHaveMoreAndLess() {
        var price = new BigDecimal("1.20");
        assertMeans(
                new Filter.All(List.of(
                        new Filter.Between("monthlyCost", price, null),
                        new Filter.Not(new Filter.Between("monthlyCost", price, price)))),
                "cost>1.20",
                "coût>1,20",
                "cout > 1,20");
        assertMeans(
                new Filter.Between("monthlyCost", new BigDecimal("1"), new BigDecimal("2.5")),
                "coût:1..2,5",
                "cost:1..2.5");
        assertMeans(
                new Filter.Between("acquiredOn", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)),
                "acquis:02/2026",
                "acquired:2026-02");
        assertMeans(new Filter.Between("acquiredOn", LocalDate.of(2026, 3, 1), null), "acquired>02/2026");
        assertMeans(new Filter.Between("acquiredOn", null, LocalDate.of(2025, 12, 31)), "acquis<2026", "acquis:..2025");
    }

    @Test
    void wordsForDaysAreCountedFromToday() {
        var today = profile.workspace.today();
        assertMeans(new Filter.Between("restsUntil", today, today.plusDays(7)), "au-repos:7j", "resting-until:7d");
        assertMeans(new Filter.Between("acquiredOn", today.minusDays(90), today), "acquis:-90j");
        assertMeans(
                new Filter.Between("acquiredOn", today, today),
                "acquis:aujourd’hui",
                "acquis:aujourd'hui",
                "acquired:today");
    }

    @Test
    void emptyFieldsAreAskedForByAWord() {
        assertMeans(new Filter.Is("customerId", null), "client:aucun", "customer:none");
        assertMeans(new Filter.Not(new Filter.Is("customerId", null)), "client:rempli", "customer:any");
    }

    @Test
    void aNumberIsOneHoweverItIsSpaced() {
        assertMeans(SearchText.number("014400"), "01 44 00", "01.44-00");
        assertMeans(SearchText.number("+33144"), "+33 1 44", "+33 (0)1 44");
        assertMeans(SearchText.number("0033144"), "00 33 1 44", "0033-144");
        assertMeans(new Filter.Not(SearchText.number("0144")), "-01 44");
    }

    @ParameterizedTest
    @CsvSource({
        "foo:bar, filter.unknown_key",
        "stat:dispo, filter.ambiguous_key",
        "statut:, filter.no_value",
        "statut: région:IDF, filter.no_value",
        "statut:perdu, filter.unknown_value",
        "statut>disponible, filter.no_scale",
        "coût>cher, filter.no_amount",
        "acquis:demi, filter.no_day",
        "acquis:13/2026, filter.no_day",
        "acquis:.., filter.no_day"
    })
    void whatCannotBeUnderstoodIsSaidInItsPlace(String line, String code) {
        assertTrue(french.read(line).isEmpty());
        var chip = french.chips(line).getFirst();
        assertEquals(code, Objects.requireNonNull(chip.mistake()).code());
        assertEquals(0, chip.from());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "«", "-", "!", "::", ":", "a:\"b", ",,,", "client:,", "()", "+", "<>", "status:\"\""})
    void noLineIsTooOdd(String line) {
        french.read(line)
                .ifPresent(filters ->
                        profile.workspace.rows().count(Query.of(Did.TYPE).where(filters)));
        french.chips(line);
    }

    @Test
    void chipsSayWhatIsMeantInTheLanguageShown() {
        assertEquals(List.of(new Chip(5, 21, "Statut\u00a0: Disponible", null)), french.chips("0144 status:available"));
        assertEquals(List.of("not Status: Available"), labels(english.chips("alpha -statut:dispo")));
    }

    private static List<String> labels(List<Chip> chips) {
        return chips.stream().map(Chip::label).toList();
    }

    @Test
    void aCustomersNumbersAreFoundByItsName() {
        var rows = profile.workspace.rows();
        var owned = rows.list(Query.of(Did.TYPE).where(new Filter.Not(new Filter.Is("customerId", null))))
                .getFirst();
        var customer = Objects.requireNonNull(rows.read(Customer.TYPE, (java.util.UUID)
                Objects.requireNonNull(owned.row().get("customerId"))));
        long expected = rows.count(Query.of(Did.TYPE).where(new Filter.Is("customerId", customer.id())));
        String quoted = '"' + customer.name() + '"';
        assertEquals(expected, count("client:" + quoted));
        assertTrue(count(customer.name()) >= expected);
        assertEquals(60 - expected, count("-client:" + quoted));
    }

    private long count(String line) {
        return profile.workspace
                .rows()
                .count(Query.of(Did.TYPE).where(french.read(line).orElseThrow()));
    }

    @Test
    void aLineGoesOnWithKeysAndThenWithValues() throws Exception {
        assertEquals(List.of("Statut", "Statut chez l’opérateur"), offered(french.suggestions("0144 stat", 9, 10)));
        assertEquals(
                List.of(new Suggestion(7, 11, "Disponible ", "Disponible")), french.suggestions("statut:disp", 11, 10));
        assertEquals(List.of("Available"), offered(english.suggestions("status:ordered,av", 17, 10)));
        assertTrue(offered(french.suggestions("opérateur:ora", 13, 10)).contains("Orange"));
        assertEquals(List.of(), french.suggestions("0144", 4, 10));
    }

    private static List<String> offered(List<Suggestion> suggestions) {
        return suggestions.stream().map(Suggestion::label).toList();
    }
}
