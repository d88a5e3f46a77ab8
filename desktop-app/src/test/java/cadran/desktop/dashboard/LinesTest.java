package cadran.desktop.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cadran.desktop.dashboard.Overview.Planned;
import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Numbers;
import cadran.desktop.query.Query;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.tables.TableFilter;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberPrice;
import cadran.model.organisations.Role;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init") // set at the start of each test
class LinesTest {
    @TempDir
    Path folder;

    private OpenProfile profile;

    @BeforeEach
    void open() {
        profile = OpenProfile.withNumbers(folder, Role.TELECOM, 60);
    }

    @AfterEach
    void close() {
        profile.close();
    }

    /** Whatever customers are called, a line means the one that it was made for. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void namesThatSeveralHaveNameNobody(Language language) {
        var texts = new Texts(language);
        var customers = List.of(
                OpenStore.customer("D1", "Durand"),
                OpenStore.customer("Durand", "Dupont"),
                OpenStore.customer("D-2 \"x\"", "Durand et Fils"),
                OpenStore.customer("none", "aucun"),
                OpenStore.customer("D1-bis", "Durand: le \"grand\""));
        profile.open.run(customers.stream().map(TestOp::adding).toArray(Intent[]::new));
        var lines = new Lines(texts, profile.workspace.rows());
        var filter = TableFilter.of(texts, profile.workspace, Did.TYPE);
        var numbers = profile.workspace.rows().list(Query.of(Did.TYPE));
        for (int i = 0; i < customers.size(); i++) {
            var number = numbers.get(i).row();
            profile.open.run(new Intent.Patch(
                    "did",
                    number.id(),
                    Map.of(
                            "groupId", new Change(number.get("groupId"), null),
                            "customerId",
                                    new Change(
                                            number.get("customerId"),
                                            customers.get(i).id()))));
        }
        for (Row customer : customers) {
            var line = lines.of("customerId", Optional.of(customer.id()));
            var found = Query.of(Did.TYPE).where(filter.read(line).orElseThrow());
            var own = Query.of(Did.TYPE).where(new Filter.Is("customerId", customer.id()));
            assertEquals(1, profile.workspace.rows().count(own));
            assertEquals(
                    profile.workspace.rows().list(own), profile.workspace.rows().list(found), line);
        }
    }

    /** Each month begins with the price that holds on its first day. */
    @Test
    void pricesThatBeginLaterChangeTheMonthsToCome() {
        var numbers = profile.workspace
                .rows()
                .list(Numbers.all(Numbers.notTerminated(), new Filter.Between("monthlyCost", BigDecimal.ONE, null)));
        var first = numbers.getFirst().row();
        var second = numbers.get(1).row();
        profile.open.run(
                price(first, LocalDate.of(2026, 12, 15), 5),
                price(first, LocalDate.of(2027, 1, 10), 7),
                price(second, LocalDate.of(2027, 3, 1), -1),
                price(second, LocalDate.of(2026, 11, 1), 99));
        var planned = new OverviewReader(profile.workspace).read(90).planned();
        assertEquals(
                List.of(
                        change(LocalDate.of(2027, 1, 1), 5),
                        change(LocalDate.of(2027, 2, 1), 7),
                        change(LocalDate.of(2027, 3, 1), 6),
                        change(LocalDate.of(2027, 4, 1), 6),
                        change(LocalDate.of(2027, 5, 1), 6)),
                planned);
    }

    private static Planned change(LocalDate from, int change) {
        return new Planned(from, "EUR", new BigDecimal(change).setScale(2));
    }

    private static Intent price(Row number, LocalDate from, int more) {
        var cost = (BigDecimal) Objects.requireNonNull(number.get("monthlyCost"));
        return TestOp.adding(NumberPrice.TYPE.row(
                new NumberPrice(
                        OpenStore.id(),
                        number.id(),
                        from,
                        cost.add(BigDecimal.valueOf(more)),
                        number.text("currency"),
                        null),
                OpenStore.ORGANISATION));
    }
}
