package cadran.desktop.history;

import cadran.desktop.edit.Workspace;
import cadran.desktop.store.HistoryFilter;
import cadran.desktop.tables.FieldText;
import cadran.desktop.ui.DetailPane;
import cadran.desktop.ui.RowSource;
import cadran.desktop.ui.Spelling;
import cadran.model.audit.HistoryLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is kept here of all that happened, and behind it what the server gave beyond that. */
final class HistorySource implements RowSource<HistoryRow> {
    private static final Pattern SPACE = Pattern.compile("[\\s\u00a0\u202f]+");

    private final Workspace workspace;
    private final HistoryWords words;
    private final HistoryFilter filter;
    private final List<HistoryLine> older;
    private long[] keys = {};
    private List<HistoryLine> behind = List.of();

    /** @param older matches the filter */
    HistorySource(Workspace workspace, HistoryWords words, HistoryFilter filter, List<HistoryLine> older) {
        this.workspace = workspace;
        this.words = words;
        this.filter = filter;
        this.older = List.copyOf(older);
    }

    @Override
    public synchronized int count() {
        keys = workspace.history().keys(filter);
        var known = Arrays.stream(keys).boxed().collect(Collectors.toSet());
        behind = older.stream().filter(line -> !known.contains(line.seq())).toList();
        return keys.length + behind.size();
    }

    @Override
    public synchronized List<HistoryRow> page(int from, int most, @Nullable Sort sort) {
        var lines = new ArrayList<>(workspace.history().page(keys, from, from + most));
        int to = from + most - keys.length;
        if (to > 0) {
            lines.addAll(behind.subList(
                    Math.min(Math.max(0, from - keys.length), behind.size()), Math.min(to, behind.size())));
        }
        var names = Names.of(workspace, lines);
        return lines.stream().map(line -> row(line, names)).toList();
    }

    /** Those of the entries that have the words somewhere, as they are shown. */
    List<HistoryLine> saying(List<HistoryLine> lines, String text) {
        var names = Names.of(workspace, lines);
        return lines.stream().filter(line -> says(row(line, names), text)).toList();
    }

    private static boolean says(HistoryRow row, String text) {
        var shown = String.join(" ", row.object(), row.who(), row.table(), row.what());
        // A number is found with and without what stands between its figures.
        var close = SPACE.matcher(shown).replaceAll("");
        return SPACE.splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .allMatch(word -> Spelling.contains(shown, word) || Spelling.contains(close, word));
    }

    private HistoryRow row(HistoryLine line, Names names) {
        return new HistoryRow(
                line,
                words.when(line.at()),
                words.who(line),
                words.table(line),
                words.object(line, names),
                words.summary(line, names),
                detail(line, names));
    }

    private List<DetailPane.Line> detail(HistoryLine line, Names names) {
        var head = Stream.of(
                new DetailPane.Line("audit.at", words.when(line.at())),
                new DetailPane.Line("audit.who", words.who(line)),
                new DetailPane.Line("audit.device", line.deviceName() == null ? "" : line.deviceName()),
                new DetailPane.Line("history.why", line.reason() == null ? "" : line.reason()),
                new DetailPane.Line("audit.action", words.action(line, names)));
        var fields = HistoryWords.ordered(line).stream().map(change -> {
            var field = HistoryWords.field(line, change);
            return field == null
                    ? new DetailPane.Line("audit.field.unknown", words.change(line, change, names))
                    : new DetailPane.Line(FieldText.nameKey(field), words.values(line, change, names));
        });
        return Stream.concat(head.filter(DetailPane.Line::isGiven), fields).toList();
    }
}
