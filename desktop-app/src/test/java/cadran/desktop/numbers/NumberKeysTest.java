package cadran.desktop.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.bulk.BulkOp;
import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.query.SearchText;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.tables.TableFilter;
import cadran.desktop.ui.Suggestion;
import cadran.model.catalog.Campaign;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.sync.Members;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The filter line of the numbers: each key finds the rows that a look at every row finds, in both languages. */
@SuppressWarnings("NullAway.Init") // set before each test
class NumberKeysTest {
    private static final BigDecimal PRICE = new BigDecimal("1");

    @TempDir
    Path folder;

    private OpenProfile profile;
    private TableFilter french;
    private TableFilter english;

    @BeforeEach
    void open() {
        profile = OpenProfile.withNumbers(folder, Role.TELECOM, 400);
        french = NumberKeys.filter(new Texts(Language.FRENCH), profile.workspace, List.of(), List::of);
        english = NumberKeys.filter(new Texts(Language.ENGLISH), profile.workspace, List.of(), List::of);
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private List<GridRow> all() {
        return profile.workspace.rows().list(Query.of(Did.TYPE));
    }

    private void set(int from, int to, String field, Object value) {
        var rows = all().subList(from, to).stream().map(GridRow::row).toList();
        profile.workspace.edits().run(BulkOp.setting("op.edit", Did.TYPE, rows, row -> Map.of(field, value)));
    }

    private Set<String> found(TableFilter filter, String line) {
        return numbers(
                profile.workspace
                        .rows()
                        .list(Query.of(Did.TYPE).where(filter.read(line).orElseThrow())),
                row -> true);
    }

    private static Set<String> numbers(List<GridRow> rows, Predicate<GridRow> which) {
        return rows.stream().filter(which).map(row -> row.row().label()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Some, not all; and turned round, all the others. */
    private void assertFinds(Predicate<GridRow> which, String inFrench, String inEnglish) {
        var all = all();
        var expected = numbers(all, which);
        assertTrue(!expected.isEmpty() && expected.size() < all.size(), () -> inFrench + ": " + expected.size());
        var others = numbers(all, which.negate());
        for (var filter : List.of(french, english)) {
            for (var line : List.of(inFrench, inEnglish)) {
                assertEquals(expected, found(filter, line), line);
                assertEquals(others, found(filter, "-" + line), "-" + line);
            }
        }
    }

    private static Predicate<GridRow> labelled(String field, String part) {
        return row -> SearchText.fold(row.labels().getOrDefault(field, "")).contains(SearchText.fold(part));
    }

    @Test
    void eachKeyFindsItsNumbersAndWithAMinusAllTheOthers() {
        var today = profile.workspace.today();
        set(0, 12, "tags", "vip,été");
        set(5, 20, "contractHolder", "Durand et Fils");
        var customer = all().stream()
                .map(row -> row.labels().get("customerId"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        assertFinds(row -> "AVAILABLE".equals(row.row().text("status")), "statut:disponible", "status:available");
        assertFinds(labelled("regionId", "Nord-Ouest"), "région:nord-ouest", "region=NOR");
        assertFinds(labelled("carrierId", "Orange"), "opérateur:orange", "carrier:ORANGE");
        assertFinds(labelled("customerId", customer), "client:\"" + customer + "\"", "customer:\"" + customer + "\"");
        assertFinds(labelled("typeId", "mobile"), "type:mobile", "type:MOBILE");
        assertFinds(row -> Members.of(row.row().text("tags")).contains("été"), "étiquette:été", "tag:été");
        assertFinds(
                row -> row.row().get("monthlyCost") instanceof BigDecimal cost && cost.compareTo(PRICE) > 0,
                "coût>1",
                "cost>1");
        assertFinds(
                row -> row.row().get("acquiredOn") instanceof LocalDate day && day.getYear() >= 2023,
                "depuis:2023",
                "since:2023");
        assertFinds(
                row -> row.row().get("restsUntil") instanceof LocalDate last && !last.isBefore(today),
                "repos:oui",
                "resting:yes");
        assertFinds(
                row -> "Durand et Fils".equals(row.row().text("contractHolder")), "titulaire:durand", "holder:durand");
    }

    @Test
    void conditionsHoldTogetherAndWithWords() {
        set(0, 30, "tags", "vip");
        assertEquals(
                numbers(
                        all(),
                        row -> "vip".equals(row.row().text("tags"))
                                && "IN_USE".equals(row.row().text("status"))
                                && labelled("carrierId", "Orange").negate().test(row)),
                found(french, "vip statut:utilisé -opérateur:orange"));
    }

    @Test
    void wordsAreFoundInCustomerCampaignDescriptionAndTags() {
        set(0, 3, "tags", "zèbre,rare");
        set(3, 5, "description", "Ligne du zèbre");
        assertEquals(numbers(all().subList(0, 5), row -> true), found(french, "zebre"), "tags and descriptions");
        var owned = all().stream()
                .filter(row -> row.row().get("customerId") != null)
                .findFirst()
                .orElseThrow();
        assertTrue(found(french, Objects.requireNonNull(owned.labels().get("customerId")))
                .contains(owned.row().label()));
        var number = all().stream()
                .map(GridRow::row)
                .filter(row -> "IN_USE".equals(row.text("status")))
                .findFirst()
                .orElseThrow();
        var campaign = profile.workspace
                .rows()
                .list(Query.of(Campaign.TYPE).where(new Filter.Is("customerId", number.get("customerId"))))
                .getFirst()
                .row();
        profile.open.run(TestOp.adding(Assignment.TYPE.row(
                new Assignment(
                        OpenStore.id(),
                        number.id(),
                        campaign.id(),
                        profile.workspace.today().minusDays(1),
                        null,
                        true,
                        true,
                        null,
                        null),
                OpenStore.ORGANISATION)));
        assertTrue(found(english, campaign.label()).contains(number.label()), campaign::label);
        profile.workspace
                .edits()
                .run(BulkOp.setting(
                        "op.edit", Campaign.TYPE, List.of(campaign), row -> Map.of("name", "Relance 2031")));
        assertEquals(Set.of(number.label()), found(french, "relance 2031"));
        assertEquals(Set.of(), found(french, "2031"), "by itself it is a part of a number");
        assertEquals(Set.of(number.label()), found(french, "campagne:\"Relance 2031\""));
        assertEquals(Set.of(number.label()), found(english, "campaign=" + campaign.id()));
    }

    /** Whole numbers find themselves alone; fragments find at least all numbers that have them. */
    @Test
    void aNumberIsFoundInAnySpellingAndByAnyFragment() {
        var number = numbers(all(), row -> row.row().label().startsWith("+331"))
                .iterator()
                .next();
        var national = "0" + number.substring(3);
        for (var spelt : List.of(
                number,
                "00" + number.substring(1),
                number.substring(1),
                national,
                national.replaceAll("(..)(?=.)", "$1 "),
                "+33 (0)" + national.substring(1),
                "0033 (0)" + national.substring(1),
                national.replaceAll("(..)(?=.)", "$1."),
                national.replaceAll("(..)(?=.)", "$1-"),
                national.replaceAll("(..)(?=.)", "$1\u00a0"),
                "+33 " + national.substring(1).replaceAll("(.)(....)(....)", "$1 $2 $3"))) {
            assertEquals(Set.of(number), found(french, spelt), spelt);
        }
        for (var digits : List.of(national.substring(0, 4), national.substring(4), national.substring(3, 7))) {
            var expected = numbers(all(), row -> ("0" + row.row().label().substring(3)).contains(digits));
            assertTrue(found(french, digits).containsAll(expected), digits);
            assertTrue(expected.contains(number));
        }
    }

    @Test
    void aLineGoesOnWhereTheCaretStandsAndInEitherLanguage() throws Exception {
        assertEquals(
                List.of(new Suggestion(7, 12, "Disponible ", "Disponible")),
                french.suggestions("statut:dispo région:IDF", 12, 10));
        assertEquals(List.of(), french.suggestions("statut:dispo", 9, 10), "not inside a word");
        assertEquals("Opérateur", labels(french.suggestions("carrier", 7, 10)).getFirst(), "what was learnt elsewhere");
        assertEquals(List.of("Disponible"), labels(french.suggestions("-status:avail", 13, 10)));
        assertEquals(List.of("Tags"), labels(english.suggestions("étiq", 4, 10)));
    }

    private static List<String> labels(List<Suggestion> suggestions) {
        return suggestions.stream().map(Suggestion::label).toList();
    }
}
