package cadran.desktop.simulation;

import cadran.model.Schema;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the organisations that share a server, with the rows it begins with.
 *
 * @param mark stands in the codes of all its rows, so that one which strays is recognised
 */
record Organisation(UUID id, String mark, List<Row> beginnings) {
    static Organisation of(String mark, cadran.model.ids.UuidV7 ids) {
        var id = ids.next();
        UUID france = ids.next();
        var rows = List.of(
                row(id, "dialing_code", france, mark + "FR", "+33", "France", true, BigDecimal.valueOf(40)),
                row(id, "region", ids.next(), france, mark + "1", "Île-de-France", "1", true),
                row(id, "carrier", ids.next(), mark + "ORANGE", "Orange", "TRADITIONAL", null, null, true),
                row(id, "carrier", ids.next(), mark + "COLT", "Colt", "TRADITIONAL", null, null, true),
                row(id, "number_type", ids.next(), mark + "GEO", "Géographique", null, true, BigDecimal.valueOf(30)),
                row(id, "equipment", ids.next(), mark + "SBC", "SBC", null, null, true),
                row(id, "cloud", ids.next(), mark + "H1", "Hermes 1", null, true),
                row(id, "customer", ids.next(), mark + "C1", mark + " first", null, null, null, null, null, true),
                row(id, "customer", ids.next(), mark + "C2", mark + " second", null, null, null, null, null, true));
        return new Organisation(id, mark, rows);
    }

    private static Row row(UUID organisation, String entity, UUID id, @Nullable Object... values) {
        return new Row(Schema.type(entity), id, 0, organisation, Arrays.asList(values));
    }
}
