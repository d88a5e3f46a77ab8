package cadran.model.numbers;

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
 */
public record Did(
        UUID id,
        UUID dialingCodeId,
        String e164,
        UUID carrierId,
        UUID typeId,
        @Nullable UUID regionId,
        @Nullable UUID equipmentId,
        @Nullable UUID customerId,
        @Nullable UUID groupId,
        @Nullable UUID cloudId,
        DidStatus status,
        @Nullable String description,
        @Nullable String carrierReference,
        @Nullable LocalDate acquiredOn,
        @Nullable LocalDate activatedOn,
        @Nullable LocalDate terminatedOn,
        @Nullable BigDecimal monthlyCost,
        @Nullable String notes,
        @Nullable String tags) {
    public static final EntityType<Did> TYPE = EntityType.of("did", "numbers", Did.class)
            .fields(
                    Field.reference("dialingCodeId", "dialing_code").mandatory().merged(MergeClass.IDENTITY),
                    Field.text("e164", 16).mandatory().merged(MergeClass.IDENTITY),
                    Field.reference("carrierId", "carrier").mandatory(),
                    Field.reference("typeId", "number_type").mandatory(),
                    Field.reference("regionId", "region"),
                    Field.reference("equipmentId", "equipment"),
                    Field.reference("customerId", "customer"),
                    Field.reference("groupId", "customer_group"),
                    Field.reference("cloudId", "cloud"),
                    Field.code("status", DidStatus.class).mandatory().merged(MergeClass.MACHINE),
                    Field.text("description", 500),
                    Field.text("carrierReference", 100).merged(MergeClass.COMMERCIAL),
                    Field.date("acquiredOn"),
                    Field.date("activatedOn"),
                    Field.date("terminatedOn"),
                    Field.decimal("monthlyCost", 2),
                    Field.text("notes", 10_000),
                    Field.words("tags", 40))
            .unique(UniqueKey.amongLive(
                    "e164", "live_e164", row -> !DidStatus.TERMINATED.name().equals(row.text("status"))))
            .labelled("e164")
            .rules(new DidRules())
            .build();
}
