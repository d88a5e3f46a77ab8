package cadran.model.usage;

import cadran.model.catalog.Channel;
import cadran.model.catalog.DialingMode;
import cadran.model.numbers.NumberKind;
import cadran.model.organisations.Permission;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.MergeClass;
import cadran.model.sync.UniqueKey;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule of use that an organisation wrote itself: one more, or one in the place of a shipped one.
 *
 * @param replaces the code of the shipped rule that it stands in for from its first day on, for good; empty for one more
 * @param active not while nobody shall go by it: the shipped rule that it stands in for does not come back by that
 * @param basis what the shipped rule was when somebody last compared the two, by its {@link #fingerprint}
 */
public record OrganisationRule(
        UUID id,
        @Nullable String replaces,
        @Nullable NumberKind numberKind,
        @Nullable String dialledPrefix,
        @Nullable DialingMode dialingMode,
        @Nullable Channel channel,
        UseVerdict verdict,
        boolean needsMandate,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        String source,
        @Nullable LocalDate sourceDate,
        Trust trust,
        @Nullable String note,
        boolean active,
        @Nullable String basis) {
    public static final EntityType<OrganisationRule> TYPE = EntityType.of(
                    "usage_rule", "usage-rules", OrganisationRule.class)
            .fields(
                    Field.text("replaces", 40).merged(MergeClass.IDENTITY),
                    Field.code("numberKind", NumberKind.class).merged(MergeClass.COMMERCIAL),
                    Field.text("dialledPrefix", 10).merged(MergeClass.COMMERCIAL),
                    Field.code("dialingMode", DialingMode.class).merged(MergeClass.COMMERCIAL),
                    Field.code("channel", Channel.class).merged(MergeClass.COMMERCIAL),
                    Field.code("verdict", UseVerdict.class).mandatory().merged(MergeClass.COMMERCIAL),
                    Field.flag("needsMandate").merged(MergeClass.COMMERCIAL),
                    Field.date("validFrom").merged(MergeClass.COMMERCIAL),
                    Field.date("validUntil").merged(MergeClass.COMMERCIAL),
                    Field.text("source", 500).mandatory(),
                    Field.date("sourceDate"),
                    Field.code("trust", Trust.class).mandatory().merged(MergeClass.COMMERCIAL),
                    Field.text("note", 2_000),
                    Field.flag("active").merged(MergeClass.COMMERCIAL),
                    Field.text("basis", 32))
            .unique(UniqueKey.of("replaces"))
            .labelled("source")
            .rules(new OrganisationRuleRules())
            .writtenBy(Permission.USE_RULES_MANAGE)
            .build();

    private static final UUID NOBODY = new UUID(0, 0);

    /** What a shipped rule says, to be changed. */
    public static OrganisationRule copyOf(UseRule shipped, UUID id) {
        var copy = new OrganisationRule(
                id,
                shipped.code(),
                shipped.kind(),
                shipped.prefix(),
                shipped.mode(),
                shipped.channel(),
                shipped.verdict(),
                shipped.needsMandate(),
                shipped.validFrom(),
                shipped.validUntil(),
                shipped.source(),
                shipped.sourceDate(),
                shipped.trust(),
                shipped.note(),
                true,
                null);
        return copy.comparedWith(fingerprint(copy));
    }

    /** Tells whether a shipped rule says something else than it did. */
    public static String fingerprint(UseRule shipped) {
        return String.valueOf(copyOf(shipped, NOBODY).basis);
    }

    private static String fingerprint(OrganisationRule copy) {
        return TYPE.row(copy, NOBODY).fingerprint();
    }

    private OrganisationRule comparedWith(String shipped) {
        return new OrganisationRule(
                id,
                replaces,
                numberKind,
                dialledPrefix,
                dialingMode,
                channel,
                verdict,
                needsMandate,
                validFrom,
                validUntil,
                source,
                sourceDate,
                trust,
                note,
                active,
                shipped);
    }

    public UseRule rule() {
        return new UseRule(
                replaces,
                dialledPrefix,
                numberKind,
                dialingMode,
                channel,
                verdict,
                needsMandate,
                trust,
                validFrom,
                validUntil,
                source,
                sourceDate,
                note);
    }
}
