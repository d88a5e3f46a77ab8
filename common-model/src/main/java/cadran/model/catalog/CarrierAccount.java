package cadran.model.catalog;

import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.MergeClass;
import cadran.model.sync.UniqueKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account that the organisation has at a carrier, as the carrier's bills and its portal know it.
 *
 * @param accountReference what the carrier calls the account: a customer number, never a secret
 */
public record CarrierAccount(
        UUID id, UUID carrierId, String name, @Nullable String accountReference, boolean active) {
    public static final EntityType<CarrierAccount> TYPE = EntityType.of(
                    "carrier_account", "carrier-accounts", CarrierAccount.class)
            .fields(
                    Field.reference("carrierId", "carrier").mandatory().merged(MergeClass.IDENTITY),
                    Field.text("name", 100).mandatory(),
                    Field.text("accountReference", 100).merged(MergeClass.COMMERCIAL),
                    Field.flag("active"))
            .unique(UniqueKey.of("carrierId", "name"))
            .labelled("name")
            .build();
}
