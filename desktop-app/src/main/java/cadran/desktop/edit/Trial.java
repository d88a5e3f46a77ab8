package cadran.desktop.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An edit decided row by row and not done: whoever asked for it sees what it would do, and which rows it can't have. */
public record Trial(String labelKey, Map<String, String> labelArgs, String reason, List<Tried> rows) {
    public Trial {
        labelArgs = Map.copyOf(labelArgs);
        rows = List.copyOf(rows);
    }

    /** Those that would change. */
    public List<Tried> changing() {
        return rows.stream().filter(Tried::changes).toList();
    }

    /** The edit of the rows that would change, and of no others. */
    public Op accepted() {
        return accepted(changing().size());
    }

    /** @param count of what it is called after, where several rows are one to whoever looks at it */
    public Op accepted(long count) {
        var changing = changing();
        var args = new LinkedHashMap<>(labelArgs);
        args.put("count", String.valueOf(count));
        return new Accepted(labelKey, args, reason, changing);
    }
}
