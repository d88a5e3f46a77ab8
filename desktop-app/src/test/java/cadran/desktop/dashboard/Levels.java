package cadran.desktop.dashboard;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.tables.OpenProfile;
import cadran.model.catalog.NumberType;
import cadran.model.catalog.Region;
import cadran.model.catalog.StockLevel;
import cadran.model.sync.EntityType;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stock levels by the codes of what they are of. */
public final class Levels {
    private Levels() {}

    /** @param region null for all of them */
    public static UUID set(OpenProfile profile, String type, @Nullable String region, int minimum) {
        var level = new StockLevel(
                OpenStore.id(),
                id(profile, NumberType.TYPE, type),
                region == null ? null : id(profile, Region.TYPE, region),
                BigDecimal.valueOf(minimum),
                null);
        profile.open.run(TestOp.adding(StockLevel.TYPE.row(level, OpenStore.ORGANISATION)));
        return level.id();
    }

    static UUID id(OpenProfile profile, EntityType<?> type, String code) {
        return profile.workspace
                .rows()
                .list(Query.of(type).where(new Filter.Is("code", code)))
                .getFirst()
                .row()
                .id();
    }
}
