package cadran.model;

import cadran.model.catalog.Campaign;
import cadran.model.catalog.Carrier;
import cadran.model.catalog.CarrierAccount;
import cadran.model.catalog.Cloud;
import cadran.model.catalog.Customer;
import cadran.model.catalog.CustomerGroup;
import cadran.model.catalog.DialingCode;
import cadran.model.catalog.Equipment;
import cadran.model.catalog.MemberName;
import cadran.model.catalog.NumberType;
import cadran.model.catalog.Region;
import cadran.model.catalog.StockLevel;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeSetLine;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberPrice;
import cadran.model.numbers.NumberRange;
import cadran.model.ownfields.OwnField;
import cadran.model.ownfields.OwnValue;
import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.usage.OrganisationRule;
import cadran.model.views.SavedView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every synced table. Stores, sync, API and demo data walk this list: a table that is not here does not travel. */
public final class Schema {
    /** Counts additive changes; sent with each request, so that either side can tell that the other is older. */
    public static final int NUMBER = 1;

    /** What is referred to stands before what refers to it. */
    public static final List<EntityType<?>> TYPES = List.of(
            DialingCode.TYPE,
            Region.TYPE,
            Carrier.TYPE,
            CarrierAccount.TYPE,
            NumberType.TYPE,
            Equipment.TYPE,
            Cloud.TYPE,
            MemberName.TYPE,
            Customer.TYPE,
            CustomerGroup.TYPE,
            Campaign.TYPE,
            NumberRange.TYPE,
            OwnField.TYPE,
            Did.TYPE,
            OwnValue.TYPE,
            Assignment.TYPE,
            NumberPrice.TYPE,
            ChangeSet.TYPE,
            ChangeSetLine.TYPE,
            StockLevel.TYPE,
            SavedView.TYPE,
            OrganisationRule.TYPE);

    private static final Map<String, EntityType<?>> BY_NAME = new LinkedHashMap<>();

    static {
        TYPES.forEach(type -> BY_NAME.put(type.name(), type));
    }

    private Schema() {}

    /** A field of some type that points to rows of another. */
    public record Referrer(EntityType<?> type, Field field) {}

    public static EntityType<?> type(String name) {
        var type = find(name);
        if (type == null) {
            throw Problem.of("entity.unknown").with("entity", name).asException();
        }
        return type;
    }

    /** Null for a table that only a newer program knows. */
    public static @Nullable EntityType<?> find(String name) {
        return BY_NAME.get(name);
    }

    /** Who may still refer to a row of this type when it is deleted. */
    public static List<Referrer> referrersTo(EntityType<?> target) {
        var referrers = new ArrayList<Referrer>();
        for (var type : TYPES) {
            for (Field field : type.fields()) {
                if (target.name().equals(field.references())) {
                    referrers.add(new Referrer(type, field));
                }
            }
        }
        return referrers;
    }
}
