package cadran.server.organisations;

import cadran.model.ids.OrganisationId;
import cadran.model.organisations.Organisation;
import cadran.model.organisations.OrganisationKind;
import cadran.model.organisations.OrganisationState;
import cadran.server.auth.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of {@code organisation}, which belong to the platform and can be reached from every transaction. */
final class OrganisationStore {
    void insert(Handle handle, Organisation organisation) {
        handle.createUpdate("""
                        insert into organisation (id, version, name, kind, siret, vat_number, time_zone, state, created_at)
                        values (:id, :version, :name, :kind, :siret, :vatNumber, :timeZone, :state, :created)
                        """)
                .bind("id", organisation.id())
                .bind("version", organisation.version())
                .bind("name", organisation.name())
                .bind("kind", organisation.kind())
                .bind("siret", organisation.siret())
                .bind("vatNumber", organisation.vatNumber())
                .bind("timeZone", organisation.timeZone())
                .bind("state", organisation.state())
                .bind("created", Times.utc(organisation.createdAt()))
                .execute();
    }

    List<Organisation> list(Handle handle) {
        return handle.createQuery("select * from organisation order by name, id")
                .map((row, context) -> organisation(row))
                .list();
    }

    Optional<Organisation> lock(Handle handle, OrganisationId id) {
        return handle.createQuery("select * from organisation where id = :id for update")
                .bind("id", id.value())
                .map((row, context) -> organisation(row))
                .findOne();
    }

    Optional<Organisation> find(Handle handle, OrganisationId id) {
        return handle.createQuery("select * from organisation where id = :id")
                .bind("id", id.value())
                .map((row, context) -> organisation(row))
                .findOne();
    }

    void update(Handle handle, Organisation organisation) {
        handle.createUpdate("""
                        update organisation set version = :version, name = :name, time_zone = :timeZone, state = :state
                        where id = :id
                        """)
                .bind("version", organisation.version())
                .bind("name", organisation.name())
                .bind("timeZone", organisation.timeZone())
                .bind("state", organisation.state())
                .bind("id", organisation.id())
                .execute();
    }

    private static Organisation organisation(ResultSet row) throws SQLException {
        return new Organisation(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("siret"),
                row.getString("vat_number"),
                row.getString("time_zone"),
                OrganisationState.valueOf(row.getString("state")),
                Times.read(row, "created_at"));
    }
}
