package cadran.desktop.usage;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.tables.OpenProfile;
import cadran.model.catalog.Campaign;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import cadran.model.usage.OrganisationRule;
import cadran.model.usage.UseRule;
import java.util.ArrayList;
import java.util.List;

/** What an administrator may have made of the rules, and campaigns that say how they call. */
public final class SampleRules {
    private static final List<String> MODES = List.of("MANUAL", "ROBOT", "PREDICTIVE");

    private SampleRules() {}

    /** One more, one changed that the program changed since, and one set aside. */
    public static void write(OpenProfile profile) {
        profile.open.run(
                TestOp.adding(copy("geographic-preview").with("replaces", null).with("source", "Décision interne")),
                TestOp.adding(copy("mobile-voice").with("basis", "0".repeat(32)).with("dialledPrefix", "06")),
                TestOp.adding(copy("geographic-robot-tolerance").with("active", false)));
    }

    private static Row copy(String code) {
        var shipped = UseRule.shipped().stream()
                .filter(rule -> code.equals(rule.code()))
                .findFirst()
                .orElseThrow();
        return OrganisationRule.TYPE.row(OrganisationRule.copyOf(shipped, OpenStore.id()), OpenStore.ORGANISATION);
    }

    /** Each shows some numbers of its customer's. */
    public static void sayHowCampaignsCall(OpenProfile profile) {
        var campaigns = profile.workspace.rows().list(Query.of(Campaign.TYPE));
        var usable = new Filter.In("status", List.of("ASSIGNED", "IN_USE"));
        var intents = new ArrayList<Intent>();
        for (int i = 0; i < campaigns.size(); i++) {
            var row = campaigns.get(i).row();
            var his = new Filter.Is("customerId", row.reference("customerId"));
            profile
                    .workspace
                    .rows()
                    .list(Query.of(Did.TYPE).where(List.of(usable, his)).first(5))
                    .stream()
                    .map(did -> new Assignment(
                            OpenStore.id(),
                            did.row().id(),
                            row.id(),
                            profile.workspace.today(),
                            null,
                            true,
                            true,
                            null,
                            null))
                    .map(made -> TestOp.adding(Assignment.TYPE.row(made, OpenStore.ORGANISATION)))
                    .forEach(intents::add);
            intents.add(TestOp.changing(
                    Campaign.TYPE, row.id(), "dialingMode", row.get("dialingMode"), MODES.get(i % MODES.size())));
            intents.add(TestOp.changing(Campaign.TYPE, row.id(), "channel", row.get("channel"), "VOICE"));
        }
        profile.open.run(intents.toArray(Intent[]::new));
    }
}
