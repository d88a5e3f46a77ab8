package cadran.model.numbers;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.MergeClass;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A number's work for a campaign over some days. A number may have several, one after the other or at once.
 *
 * @param endsOn the last day; open-ended without
 * @param priority among the numbers of a campaign, 1 first
 * @param alias what the campaign calls the number
 */
public record Assignment(
        UUID id,
        UUID didId,
        UUID campaignId,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        boolean inbound,
        boolean outbound,
        @Nullable BigDecimal priority,
        @Nullable String alias) {
    public static final EntityType<Assignment> TYPE = EntityType.of("assignment", "assignments", Assignment.class)
            .fields(
                    Field.reference("didId", "did").mandatory().merged(MergeClass.IDENTITY),
                    Field.reference("campaignId", "campaign").mandatory().merged(MergeClass.IDENTITY),
                    Field.date("startsOn").mandatory().merged(MergeClass.COMMERCIAL),
                    Field.date("endsOn").merged(MergeClass.COMMERCIAL),
                    Field.flag("inbound"),
                    Field.flag("outbound"),
                    Field.decimal("priority", 0),
                    Field.text("alias", 100))
            .partOf("didId", "campaignId")
            .labelled("alias")
            .rules(new AssignmentRules())
            .build();

    /** Of the rows of this type. */
    static boolean isOverBy(Row row, LocalDate day) {
        return row.get("endsOn") instanceof LocalDate end && end.isBefore(day);
    }

    static boolean runsOn(Row row, LocalDate day) {
        return row.get("startsOn") instanceof LocalDate start && !start.isAfter(day) && !isOverBy(row, day);
    }

    /** Whether its last day lies before this one. */
    public boolean isOverBy(LocalDate day) {
        return endsOn != null && endsOn.isBefore(day);
    }

    public boolean runsOn(LocalDate day) {
        return !startsOn.isAfter(day) && !isOverBy(day);
    }

    /** Whether both carry calls of one direction on some day. */
    public boolean overlaps(Assignment other) {
        boolean sameDirection = (inbound && other.inbound) || (outbound && other.outbound);
        return sameDirection && !isOverBy(other.startsOn) && !other.isOverBy(startsOn);
    }
}
