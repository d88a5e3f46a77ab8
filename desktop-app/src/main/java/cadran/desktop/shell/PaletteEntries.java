package cadran.desktop.shell;

import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.KeyNames;
import cadran.desktop.ui.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What the palette can offer, and in which order. */
final class PaletteEntries {
    private static final String OPEN = "open.";
    private static final String RECENT = "palette.recent";
    private static final int REMEMBERED = 8;

    private final Desk desk;
    private final ShellView shell;

    PaletteEntries(Desk desk, ShellView shell) {
        this.desk = desk;
        this.shell = shell;
    }

    List<PaletteEntry> commands() {
        var all = new ArrayList<PaletteEntry>();
        for (var feature : shell.features()) {
            var title = desk.texts().get(feature.titleKey());
            all.add(new PaletteEntry(
                    OPEN + feature.id(),
                    desk.texts().get("palette.open", "name", title),
                    "",
                    "",
                    feature.icon(),
                    true,
                    () -> shell.open(feature.id())));
            for (var command : feature.commands()) {
                boolean inFront = feature.equals(shell.front());
                all.add(entry(
                        command,
                        title,
                        inFront
                                ? command::run
                                : () -> {
                                    shell.open(feature.id());
                                    command.run();
                                }));
            }
        }
        shell.ownCommands().forEach(command -> all.add(entry(command, "", command::run)));
        return all;
    }

    private PaletteEntry entry(Command command, String detail, Runnable action) {
        var key = command.key();
        return new PaletteEntry(
                command.text(),
                desk.texts().get(command.text()),
                detail,
                key == null ? "" : KeyNames.of(desk.texts(), key),
                command.icon(),
                command.executable().get(),
                action);
    }

    /** In the background. */
    List<PaletteEntry> hits(Feature feature, String query, int most) throws Exception {
        var source = feature.search();
        if (source == null) {
            return List.of();
        }
        return source.find(query, most).stream()
                .map(hit -> new PaletteEntry(
                        "hit",
                        hit.title(),
                        hit.detail(),
                        "",
                        feature.icon(),
                        true,
                        () -> shell.open(feature.id(), hit.objectId())))
                .toList();
    }

    List<String> recent() {
        return desk.settings()
                .get(RECENT)
                .map(ids -> Arrays.asList(ids.split(",")))
                .orElse(List.of());
    }

    void remember(PaletteEntry entry) {
        if (entry.id().equals("hit")) {
            return;
        }
        var ids = new ArrayList<>(recent());
        ids.remove(entry.id());
        ids.addFirst(entry.id());
        desk.settings().put(RECENT, String.join(",", ids.subList(0, Math.min(ids.size(), REMEMBERED))));
    }

    private static boolean opens(PaletteEntry entry, String query) {
        return entry.id().startsWith(OPEN)
                && Spelling.plain(entry.name()).endsWith(" " + Spelling.plain(query.strip()));
    }

    /** Whether somebody who types this may mean it by its name: a word of it begins so. */
    static boolean isNamed(PaletteEntry entry, String query) {
        return (" " + Spelling.plain(entry.name())).contains(" " + Spelling.plain(query.strip()));
    }

    /**
     * What can be done now, then the list that is called as typed, then names of which a word begins so, then what was used
     * last, then as listed.
     */
    static Comparator<PaletteEntry> order(String query, List<String> recent) {
        return Comparator.<PaletteEntry, Boolean>comparing(entry -> !entry.isPossible())
                .thenComparing(entry -> !opens(entry, query))
                .thenComparing(entry -> !isNamed(entry, query))
                .thenComparingInt(entry -> recent.contains(entry.id()) ? recent.indexOf(entry.id()) : REMEMBERED);
    }
}
