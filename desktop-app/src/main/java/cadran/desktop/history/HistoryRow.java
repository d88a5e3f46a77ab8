package cadran.desktop.history;

import cadran.desktop.ui.DetailPane;
import cadran.model.audit.HistoryLine;
import java.util.List;

/** An entry as the list of all that happened shows it. */
record HistoryRow(
        HistoryLine line,
        String when,
        String who,
        String table,
        String object,
        String what,
        List<DetailPane.Line> detail) {
    HistoryRow {
        detail = List.copyOf(detail);
    }
}
