package cadran.server.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cadran.model.ids.OrganisationId;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.FoundedOrganisation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

class EachOrganisationTest {
    @DatabaseTest
    void whatGoesWrongInOneKeepsNoOtherFromItsTurn(Database db) {
        var all = List.of(organisation(1), organisation(2), organisation(3), organisation(4));
        all.forEach(each -> FoundedOrganisation.in(db, each));
        var wrong = Set.of(all.get(0), all.get(2));
        var had = new ArrayList<OrganisationId>();
        var failure = assertThrows(
                IllegalStateException.class,
                () -> new EachOrganisation(db).run(each -> {
                    had.add(each);
                    if (wrong.contains(each)) throw new IllegalStateException(each.toString());
                }));
        assertEquals(new HashSet<>(all), new HashSet<>(had));
        assertEquals(all.size(), had.size());
        assertEquals(1, failure.getSuppressed().length);
    }

    private static OrganisationId organisation(int number) {
        return new OrganisationId(new UUID(0, number));
    }
}
