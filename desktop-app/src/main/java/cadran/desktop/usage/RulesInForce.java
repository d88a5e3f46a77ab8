package cadran.desktop.usage;

import cadran.desktop.edit.Workspace;
import cadran.desktop.platform.Latest;
import cadran.desktop.tables.Refresh;
import cadran.desktop.ui.Desk;
import cadran.model.problem.Problem;
import cadran.model.usage.OrganisationRule;
import cadran.model.usage.UseGate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The gate as it stands now, and what it makes of lists: read when somebody first asks, and again when rules changed. Used
 * on the UI thread, but for {@link #filters}.
 */
final class RulesInForce {
    private final Workspace workspace;
    private final Latest reading;
    private final List<Runnable> listeners = new ArrayList<>();
    private volatile @Nullable InForce known;
    private boolean asked;

    private record InForce(UseGate gate, UseFilters filters) {}

    RulesInForce(Desk desk, Workspace workspace) {
        this.workspace = workspace;
        reading = desk.background().latest("work.load");
    }

    void onChange(Runnable changed) {
        listeners.add(changed);
    }

    private void ask() {
        if (!asked) {
            asked = true;
            new Refresh(workspace, Set.of(OrganisationRule.TYPE), this::load);
            load();
        }
    }

    private void load() {
        reading.run(
                progress -> {
                    var gate = workspace.useGate();
                    return new InForce(gate, new UseFilters(gate, workspace.today()));
                },
                found -> {
                    known = found;
                    listeners.forEach(Runnable::run);
                });
    }

    /** Of today. Throws the problem with asking now; on any thread, because views count in the background. */
    UseFilters filters() {
        var now = known;
        if (now == null) {
            Platform.runLater(this::ask);
            throw Problem.of("use.reading").asException();
        }
        if (!now.filters().day().equals(workspace.today())) {
            now = new InForce(now.gate(), new UseFilters(now.gate(), workspace.today()));
            known = now;
        }
        return now.filters();
    }
}
