package cadran.server.jobs;

import cadran.model.ids.OrganisationId;
import cadran.server.db.Database;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Consumer;

/** What is done for every organisation: what goes wrong in one does not keep the others from theirs. */
public record EachOrganisation(Database database) {
    public void run(Consumer<OrganisationId> work) {
        var failed = new ArrayList<RuntimeException>();
        for (UUID organisation :
                database.inPlatform(handle -> handle.createQuery("select id from organisation order by id")
                        .mapTo(UUID.class)
                        .list())) {
            try {
                work.accept(new OrganisationId(organisation));
            } catch (RuntimeException failure) {
                failed.add(failure);
            }
        }
        if (!failed.isEmpty()) {
            var first = failed.getFirst();
            failed.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
