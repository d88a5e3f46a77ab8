package cadran.model.numbers;

import cadran.model.organisations.Permission;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.MergeClass;
import cadran.model.sync.UniqueKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A phone number the organisation has, had or awaits.
 *
 * @param e164 its identity, in canonical form only; a number that was given back may be taken again later as another row
 * @param assignedUserId the member of the organisation who looks after it
 * @param carrierAccountId the account at its carrier that it stands on
 * @param carrierStatus the carrier's own word for where it stands, untouched
 * @param contractHolder whose number it is at the carrier, where that is not the organisation
 * @param mandateUntil the last day on which the organisation may present a number of that holder
 * @param restsUntil the last day on which a number that was taken from a customer is not offered again
 * @param awaitsPortOutSince the day from which on its customer takes it to another carrier; it works for nobody until then
 * @param recoverableUntil the last day on which a number that was given back can be had again
 * @param reservedForId the member it is kept for, up to and with {@code reservedUntil}; see {@link Reservation}
 * @param reservedById who keeps it for them
 * @param currency of its fee and its cost; the organisation's where it is left out
 */
public record Did(
        UUID id,
        UUID dialingCodeId,
        String e164,
        DidStatus status,
        @Nullable UUID customerId,
        @Nullable UUID groupId,
        @Nullable UUID assignedUserId,
        @Nullable UUID regionId,
        UUID typeId,
        UUID carrierId,
        @Nullable String description,
        @Nullable String tags,
        @Nullable String notes,
        @Nullable UUID carrierAccountId,
        @Nullable String carrierReference,
        @Nullable String carrierStatus,
        @Nullable String capabilities,
        @Nullable UUID equipmentId,
        @Nullable UUID cloudId,
        @Nullable String contractHolder,
        @Nullable LocalDate mandateFrom,
        @Nullable LocalDate mandateUntil,
        @Nullable BigDecimal setUpFee,
        @Nullable BigDecimal monthlyCost,
        @Nullable String currency,
        @Nullable LocalDate billingEndsOn,
        @Nullable LocalDate acquiredOn,
        @Nullable LocalDate activatedOn,
        @Nullable LocalDate restsUntil,
        @Nullable LocalDate awaitsPortOutSince,
        @Nullable LocalDate terminationRequestedOn,
        @Nullable LocalDate terminatedOn,
        @Nullable Ending ending,
        @Nullable LocalDate recoverableUntil,
        @Nullable UUID reservedForId,
        @Nullable UUID reservedById,
        @Nullable LocalDate reservedUntil,
        @Nullable String reservationReason) {
    public static final EntityType<Did> TYPE = EntityType.of("did", "numbers", Did.class)
            .fields(
                    Field.reference("dialingCodeId", "dialing_code").mandatory().merged(MergeClass.IDENTITY),
                    Field.text("e164", 16).mandatory().merged(MergeClass.IDENTITY),
                    Field.code("status", DidStatus.class).mandatory().merged(MergeClass.MACHINE),
                    Field.reference("customerId", "customer"),
                    Field.reference("groupId", "customer_group"),
                    Field.reference("assignedUserId", "member"),
                    Field.reference("regionId", "region"),
                    Field.reference("typeId", "number_type").mandatory(),
                    Field.reference("carrierId", "carrier").mandatory(),
                    Field.text("description", 500),
                    Field.words("tags", 40),
                    Field.text("notes", 10_000))
            .section(
                    "service",
                    Field.reference("carrierAccountId", "carrier_account").within("carrierId"),
                    Field.text("carrierReference", 100).merged(MergeClass.COMMERCIAL),
                    Field.text("carrierStatus", 50).needing(Permission.CARRIER_REPORT),
                    Field.codes("capabilities", Capability.class),
                    Field.reference("equipmentId", "equipment"),
                    Field.reference("cloudId", "cloud"))
            .section(
                    "holder",
                    Field.text("contractHolder", 200).merged(MergeClass.COMMERCIAL),
                    Field.date("mandateFrom").merged(MergeClass.COMMERCIAL),
                    Field.date("mandateUntil").merged(MergeClass.COMMERCIAL))
            .section(
                    "cost",
                    Field.decimal("setUpFee", 2),
                    Field.decimal("monthlyCost", 2),
                    Field.text("currency", 3).merged(MergeClass.COMMERCIAL),
                    Field.date("billingEndsOn").merged(MergeClass.COMMERCIAL))
            .section(
                    "life",
                    Field.date("acquiredOn"),
                    Field.date("activatedOn"),
                    Field.date("restsUntil"),
                    Field.date("awaitsPortOutSince"),
                    Field.date("terminationRequestedOn"),
                    Field.date("terminatedOn"),
                    Field.code("ending", Ending.class),
                    Field.date("recoverableUntil"))
            .section(
                    "reservation",
                    Field.reference("reservedForId", "member").merged(MergeClass.COMMERCIAL),
                    Field.reference("reservedById", "member").merged(MergeClass.COMMERCIAL),
                    Field.date("reservedUntil").merged(MergeClass.COMMERCIAL),
                    Field.text("reservationReason", 200).merged(MergeClass.COMMERCIAL))
            .unique(UniqueKey.amongLive(
                    "e164", "live_e164", row -> !DidStatus.TERMINATED.name().equals(row.text("status"))))
            .labelled("e164")
            .rules(new DidRules())
            .build();
}
