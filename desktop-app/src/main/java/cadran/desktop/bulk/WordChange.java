package cadran.desktop.bulk;

import cadran.model.sync.Field;
import cadran.model.sync.Members;
import cadran.model.sync.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words that come to a row's others and words that go; the rest stays as each row has it.
 *
 * @param added parted by commas, null for none
 */
public record WordChange(
        Field field, @Nullable String added, @Nullable String removed) {
    public boolean isEmpty() {
        return added == null && removed == null;
    }

    public Map<String, @Nullable Object> of(Row row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put(field.name(), Members.changed(removed, added, row.text(field.name())));
        return values;
    }
}
