package cadran.desktop.changes;

import cadran.desktop.edit.Edited;
import cadran.desktop.edit.Workspace;
import cadran.model.changes.ChangeState;
import cadran.model.numbers.LeavingEffect;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the screens do, for tests without one. */
public final class Departures {
    private final Workspace workspace;
    private final LeavingPreview preview;

    private Departures(Workspace workspace, LeavingPreview preview) {
        this.workspace = workspace;
        this.preview = preview;
    }

    public static Departures of(Workspace workspace, Row customer, LocalDate day) {
        return new Departures(workspace, LeavingPreview.of(customer, day, workspace.today(), workspace.rows()));
    }

    public long rests() {
        return preview.count(LeavingEffect.RESTS);
    }

    public long portsOut() {
        return preview.count(LeavingEffect.AWAITS_PORT_OUT);
    }

    public Map<String, Long> campaigns() {
        return preview.campaigns().stream()
                .collect(Collectors.toMap(LeavingPreview.Served::campaign, LeavingPreview.Served::numbers));
    }

    public Map<String, BigDecimal> staying() {
        return preview.monthly(LeavingEffect.RESTS);
    }

    public Map<String, BigDecimal> ending() {
        return preview.monthly(LeavingEffect.AWAITS_PORT_OUT);
    }

    /** What each number that rests is said to do, by the number's id. */
    public Map<UUID, LocalDate> restsUntil() {
        return preview.lines().stream()
                .filter(line -> line.restsUntil() != null)
                .collect(Collectors.toMap(line -> line.did().id(), line -> Objects.requireNonNull(line.restsUntil())));
    }

    public Edited prepare(UUID id) {
        return workspace
                .edits()
                .run(new PrepareLeaving(
                        id, preview, "Fin de contrat", workspace.author().user(), workspace.ids()));
    }

    public static void withdraw(Workspace workspace, UUID id) {
        workspace.edits().run(new MoveChange(id, ChangeState.WITHDRAWN, ""));
    }

    /** How many numbers the customer has by now that are not in it. */
    public static int missing(Workspace workspace, Row set) {
        return change(workspace, set).missing().size();
    }

    /** Those that were decided on anew or added are in it then, and it is whole. */
    public static void revise(Workspace workspace, Row set) {
        workspace.edits().run(new ReviseChange(change(workspace, set), workspace.today(), "", workspace.ids()));
    }

    private static PreparedChange change(Workspace workspace, Row set) {
        return PreparedChange.of(set, workspace.rows(), workspace.today());
    }
}
