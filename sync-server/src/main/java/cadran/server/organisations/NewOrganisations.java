package cadran.server.organisations;

import cadran.model.ids.OrganisationId;
import cadran.model.organisations.Organisation;
import cadran.model.organisations.OrganisationState;
import cadran.model.organisations.Registration;
import cadran.model.organisations.Siret;
import cadran.model.organisations.VatNumber;
import cadran.model.problem.Problem;
import cadran.server.audit.Actor;
import cadran.server.audit.AuditDetails;
import cadran.server.audit.AuditLog;
import cadran.server.db.Tx;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An organisation as it begins: registered, and with the reference values that everybody needs on the first day. */
final class NewOrganisations {
    private final InstantSource clock;
    private final BiConsumer<Tx, Actor> referenceValues;
    private final AuditLog audit;
    private final OrganisationStore store = new OrganisationStore();

    /** @param referenceValues writes them as synced rows, in the transaction it is given */
    NewOrganisations(InstantSource clock, BiConsumer<Tx, Actor> referenceValues, AuditLog audit) {
        this.clock = clock;
        this.referenceValues = referenceValues;
        this.audit = audit;
    }

    /** What was typed, checked and in its canonical form. */
    Organisation checked(OrganisationId id, Registration registration, String timeZone) {
        registration.problems().stream().findFirst().ifPresent(problem -> {
            throw problem.asException();
        });
        var siret = typed(registration.siret());
        var vat = typed(registration.vatNumber());
        return new Organisation(
                id.value(),
                1,
                registration.kind(),
                registration.name().strip(),
                siret == null ? null : Siret.parse(siret).orThrow().value(),
                vat == null ? null : VatNumber.parse(vat).orThrow().value(),
                requireZone(timeZone),
                OrganisationState.ACTIVE,
                clock.instant());
    }

    /** In a transaction of the new organisation. */
    void insert(Tx tx, Organisation organisation, Actor by) {
        store.insert(tx.handle(), organisation);
        audit.append(
                tx,
                by,
                "organisation.made",
                "organisation",
                organisation.id().toString(),
                AuditDetails.none()
                        .with("name", organisation.name())
                        .with("kind", organisation.kind())
                        .with("siret", organisation.siret())
                        .with("vatNumber", organisation.vatNumber()));
        referenceValues.accept(tx, by);
    }

    /** By region only: an offset has no summer. */
    static String requireZone(String timeZone) {
        if (ZoneId.getAvailableZoneIds().contains(timeZone)) return timeZone;
        throw Problem.of("field.unknown_code")
                .with("value", timeZone)
                .at("timeZone")
                .asException();
    }

    private static @Nullable String typed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
