package cadran.desktop.dashboard;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Numbers;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.OpenProfile;
import cadran.model.catalog.Campaign;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.DidStatus;
import cadran.model.sync.Intent;
import java.util.ArrayList;
import java.util.Objects;

/** Campaigns that numbers of their customers work for today. */
final class Work {
    private final OpenProfile profile;

    Work(OpenProfile profile) {
        this.profile = profile;
    }

    void assign(int numbers) {
        var campaigns = profile.workspace.rows().list(Query.of(Campaign.TYPE)).stream()
                .map(GridRow::row)
                .toList();
        var today = profile.workspace.today();
        var made = new ArrayList<Intent>();
        for (var row : profile.workspace
                .rows()
                .list(Numbers.all(Numbers.in(DidStatus.IN_USE), new Filter.Not(new Filter.Is("customerId", null))))) {
            var campaign = campaigns.stream()
                    .filter(each ->
                            Objects.equals(each.get("customerId"), row.row().get("customerId")))
                    .findFirst();
            if (campaign.isPresent() && made.size() < numbers) {
                made.add(TestOp.adding(Assignment.TYPE.row(
                        new Assignment(
                                OpenStore.id(),
                                row.row().id(),
                                campaign.get().id(),
                                today.minusDays(made.size()),
                                made.size() % 2 == 0 ? null : today,
                                true,
                                false,
                                null,
                                null),
                        OpenStore.ORGANISATION)));
            }
        }
        profile.open.run(made.toArray(Intent[]::new));
    }
}
