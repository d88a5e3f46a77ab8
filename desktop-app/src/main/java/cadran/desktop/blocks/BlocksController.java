package cadran.desktop.blocks;

import cadran.desktop.edit.Workspace;
import cadran.desktop.platform.Lane;
import cadran.desktop.platform.Latest;
import cadran.desktop.query.Query;
import cadran.desktop.tables.Refresh;
import cadran.desktop.ui.Desk;
import cadran.model.blocks.BlockFile;
import cadran.model.catalog.Carrier;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file in use when somebody first asks for what it says, and puts another in its place. Used on the UI thread,
 * but for {@link #inMemory} and {@link #notReady}.
 */
final class BlocksController {
    private final Desk desk;
    private final Workspace workspace;
    private final KeptFile kept;
    private final Latest reading;
    private final ReadOnlyObjectWrapper<@Nullable BlockHolders> holders = new ReadOnlyObjectWrapper<>(null);
    private volatile @Nullable BlockHolders inMemory;
    private boolean asked;

    private boolean wasRead;
    /** What was read; null where there is none. */
    private @Nullable BlockFile file;

    /** What was found out in the background, and what was wrong with the file in use. */
    private record Found(BlockHolders holders, @Nullable Problem damage) {}

    BlocksController(Desk desk, Workspace workspace, Path folder) {
        this.desk = desk;
        this.workspace = workspace;
        kept = new KeptFile(folder);
        reading = desk.background().latest("work.blocks");
    }

    /** What is known of holders; null while it is being read, which the first to ask begins. */
    ReadOnlyObjectProperty<@Nullable BlockHolders> holders() {
        if (!asked) {
            asked = true;
            new Refresh(workspace, Set.of(Carrier.TYPE), this::load);
            load();
        }
        return holders.getReadOnlyProperty();
    }

    /** Told whenever something else is known, without asking for it. */
    void onChange(Runnable changed) {
        holders.addListener((property, before, now) -> changed.run());
    }

    /** The same without asking for it, and on any thread. */
    @Nullable
    BlockHolders inMemory() {
        return inMemory;
    }

    private void load() {
        if (wasRead) {
            var known = Optional.ofNullable(file);
            reading.run(progress -> new Found(with(known), null), this::show);
        } else {
            reading.run(progress -> fromDisk(), this::show);
        }
    }

    private Found fromDisk() {
        try {
            return new Found(with(kept.read()), null);
        } catch (ProblemException damaged) {
            return new Found(with(Optional.empty()), damaged.problem());
        }
    }

    private BlockHolders with(Optional<BlockFile> read) {
        var carriers = workspace.rows().list(Query.unordered(Carrier.TYPE)).stream()
                .map(row -> Carrier.TYPE.read(row.row()))
                .toList();
        return new BlockHolders(read, carriers);
    }

    private void show(Found found) {
        wasRead = true;
        file = found.holders().file().orElse(null);
        inMemory = found.holders();
        holders.set(found.holders());
        if (found.damage() != null) {
            desk.toasts().show(desk.texts().get("blocks.damaged"));
        }
    }

    void chooseFile() {
        // What is in use is compared with what is chosen, and named where that is refused.
        holders();
        desk.files()
                .open(desk.texts().get("blocks.choose"), desk.texts().get("blocks.file-type"), "*.csv")
                .ifPresent(this::read);
    }

    private void read(Path path) {
        var name = String.valueOf(path.getFileName());
        desk.background()
                .run(
                        Lane.READERS,
                        "work.blocks",
                        progress -> Candidate.read(path, inUse(), progress),
                        candidate -> new ImportPane(desk, this).show(name, candidate),
                        problem -> new ImportPane(desk, this).refuse(name, problem, file != null));
    }

    private Optional<BlockFile> inUse() {
        var known = inMemory;
        if (known != null) {
            return known.file();
        }
        try {
            return kept.read();
        } catch (ProblemException damaged) {
            return Optional.empty();
        }
    }

    /** From here on everybody looks into this file, also after the next start. */
    void use(Candidate candidate) {
        desk.background()
                .write(
                        "work.blocks",
                        progress -> {
                            kept.replace(candidate.content());
                            return candidate.file();
                        },
                        this::used);
    }

    private void used(BlockFile now) {
        wasRead = true;
        file = now;
        // Whether anybody asked before or not, what the file says is known from here on.
        holders();
        load();
        desk.toasts().show(desk.texts().count("blocks.in-use", now.blocks().size()));
    }

    /** What is wrong with asking for holders now; null where nothing is. On any thread: views count in the background. */
    @Nullable
    Problem notReady() {
        var known = inMemory;
        if (known == null) {
            Platform.runLater(this::holders);
            return Problem.of("blocks.reading");
        }
        return known.file().isEmpty() ? Problem.of("blocks.none") : null;
    }

    List<String> beginning(String begun, int most) {
        var known = inMemory;
        return known == null ? List.of() : known.beginning(begun, most);
    }
}
