package cadran.desktop.history;

import cadran.desktop.edit.Workspace;
import cadran.desktop.i18n.Texts;
import cadran.desktop.tables.FieldText;
import cadran.model.audit.HistoryLine;
import cadran.model.numbers.Assignment;
import cadran.model.ownfields.OwnValue;
import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row's life as points on a line, the newest on top: days to come, own edits that still have to travel, and all that
 * happened. Reads from the disk.
 */
final class Timeline {
    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::band)
            .thenComparing(Comparator.comparing(Entry::at).reversed());

    private final Texts texts;
    private final Workspace workspace;
    private final HistoryWords words;

    Timeline(Texts texts, Workspace workspace) {
        this.texts = texts;
        this.workspace = workspace;
        words = new HistoryWords(texts, workspace.author().zone());
    }

    /**
     * @param last the oldest entry that is known, null where none is
     * @param isWhole whether that is how the row began
     */
    record Told(List<Entry> entries, @Nullable HistoryLine last, boolean isWhole) {}

    /** @param older what the server gave beyond what is kept here */
    Told of(EntityType<?> type, UUID id, Collection<HistoryLine> older) {
        var bySeq = new TreeMap<Long, HistoryLine>(Comparator.reverseOrder());
        older.forEach(line -> bySeq.put(line.seq(), line));
        workspace.history().of(id).forEach(line -> bySeq.put(line.seq(), line));
        var known = bySeq.values().stream()
                .sorted(Comparator.comparing(HistoryLine::at)
                        .thenComparingLong(HistoryLine::seq)
                        .reversed())
                .toList();
        var pending = new Pending(workspace).of(id, known);
        var all = new ArrayList<>(pending);
        all.addAll(known);
        var names = Names.of(workspace, all);
        var backs = new Backs(workspace, names, workspace.rows().find(type, id));
        var entries = new ArrayList<Entry>();
        edits(pending).forEach(edit -> entries.add(entry(Entry.Band.PENDING, edit, names, backs)));
        edits(known).forEach(edit -> entries.add(entry(Entry.Band.PAST, edit, names, backs)));
        entries.addAll(days(id));
        entries.sort(ORDER);
        var last = known.isEmpty() ? null : known.getLast();
        boolean isWhole = last != null && last.row().equals(id) && last.action().equals("create");
        return new Told(entries, last, isWhole);
    }

    /** What was saved at once stands together. */
    private static Collection<List<HistoryLine>> edits(List<HistoryLine> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.edit() == null ? line.seq() : line.edit(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    private Entry entry(Entry.Band band, List<HistoryLine> edit, Names names, Backs backs) {
        var first = edit.getFirst();
        var items = new ArrayList<Entry.Item>();
        // In the order in which it was done.
        edit.reversed().forEach(line -> {
            boolean isPlain = HistoryWords.isToldByValue(line)
                    || (line.action().equals("change") && !line.entity().equals(Assignment.TYPE.name()));
            if (!isPlain) {
                items.add(Entry.Item.heading(words.action(line, names)));
            }
            if (line.changes() == null) {
                items.add(new Entry.Item(texts.get("audit.erased"), false, null));
            }
            if (!line.action().equals("delete")) {
                HistoryWords.ordered(line).stream()
                        .filter(change -> !isSaid(line, change.field()))
                        .forEach(change -> items.add(
                                new Entry.Item(words.change(line, change, names), false, backs.of(line, change))));
            }
        });
        boolean isPending = band == Entry.Band.PENDING;
        return new Entry(
                band,
                first.at(),
                isPending ? texts.get("history.pending", "when", words.when(first.at())) : words.when(first.at()),
                isPending ? texts.get("history.here") : words.source(first),
                Objects.requireNonNullElse(first.reason(), ""),
                items);
    }

    /** Stands in the heading. */
    private static boolean isSaid(HistoryLine line, String field) {
        boolean isOfAssignment =
                line.entity().equals(Assignment.TYPE.name()) && (field.equals("didId") || field.equals("campaignId"));
        boolean isOfOwnValue =
                line.entity().equals(OwnValue.TYPE.name()) && (field.equals("didId") || field.equals("fieldId"));
        return isOfAssignment || isOfOwnValue;
    }

    /** The days on which assignments begin and end. */
    private List<Entry> days(UUID id) {
        var assignments = workspace.rows().pointingTo(Assignment.TYPE, Assignment.TYPE.field("didId"), id);
        var campaigns = workspace
                .rows()
                .findAll(
                        cadran.model.catalog.Campaign.TYPE,
                        assignments.stream()
                                .map(row -> Objects.requireNonNull(row.reference("campaignId")))
                                .collect(Collectors.toSet()));
        var days = new ArrayList<Entry>();
        for (var row : assignments) {
            day(days, row, "startsOn", "history.begins", campaigns);
            day(days, row, "endsOn", "history.ends", campaigns);
        }
        return days;
    }

    private void day(List<Entry> days, Row row, String field, String key, Map<UUID, Row> campaigns) {
        if (!(row.get(field) instanceof LocalDate day)) {
            return;
        }
        var campaign = campaigns.get(Objects.requireNonNull(row.reference("campaignId")));
        var name = campaign == null ? "–" : FieldText.number(campaign.label());
        boolean isComing = day.isAfter(workspace.today());
        // What ends on a day runs until its end.
        var moment = field.equals("endsOn") ? day.plusDays(1) : day;
        Instant at = moment.atStartOfDay(workspace.author().zone()).toInstant();
        days.add(new Entry(
                isComing ? Entry.Band.COMING : Entry.Band.PAST,
                at,
                isComing ? texts.get("history.coming", "when", words.when(day)) : words.when(day),
                "",
                "",
                List.of(Entry.Item.heading(texts.get(key, "campaign", name)))));
    }
}
