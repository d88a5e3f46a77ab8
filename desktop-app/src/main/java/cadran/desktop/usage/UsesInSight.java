package cadran.desktop.usage;

import cadran.desktop.edit.Workspace;
import cadran.desktop.tables.Refresh;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Campaign;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.sync.Row;
import cadran.model.usage.OrganisationRule;
import cadran.model.usage.UseVerdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** The verdicts on the numbers in sight: found out in the background when they come into sight, and again after a change. */
final class UsesInSight {
    /** More than anybody scrolls through in one go; whoever has is asked about them again. */
    private static final int MOST_KNOWN = 20_000;

    private final Desk desk;
    private final Workspace workspace;
    private final List<Runnable> listeners = new ArrayList<>();
    private final Map<UUID, Optional<UseVerdict>> known = new HashMap<>();
    private final Map<UUID, Row> asked = new HashMap<>();
    private final Map<UUID, Row> waiting = new HashMap<>();
    private boolean watching;
    private boolean reading;

    UsesInSight(Desk desk, Workspace workspace) {
        this.desk = desk;
        this.workspace = workspace;
    }

    /** Told when more is known. */
    void onFound(Runnable found) {
        listeners.add(found);
    }

    /** As it was last found out; null before that, and where no campaign that says how it calls shows the number. */
    @Nullable
    UseVerdict of(Row did) {
        watch();
        if (asked.size() > MOST_KNOWN) {
            asked.clear();
            known.clear();
        }
        if (!did.equals(asked.put(did.id(), did))) {
            waiting.put(did.id(), did);
            readSoon();
        }
        return known.getOrDefault(did.id(), Optional.empty()).orElse(null);
    }

    private void watch() {
        if (!watching) {
            watching = true;
            new Refresh(workspace, Set.of(Assignment.TYPE, Campaign.TYPE, OrganisationRule.TYPE), () -> {
                asked.clear();
                listeners.forEach(Runnable::run);
            });
        }
    }

    /** All that a redraw asks for at once. */
    private void readSoon() {
        if (!reading) {
            reading = true;
            Platform.runLater(this::read);
        }
    }

    private void read() {
        var dids = Map.copyOf(waiting);
        waiting.clear();
        var today = workspace.today();
        desk.background()
                .run(
                        "work.load",
                        progress -> verdicts(dids, today),
                        found -> {
                            known.putAll(found);
                            listeners.forEach(Runnable::run);
                        },
                        () -> {
                            reading = false;
                            if (!waiting.isEmpty()) {
                                readSoon();
                            }
                        });
    }

    private Map<UUID, Optional<UseVerdict>> verdicts(Map<UUID, Row> dids, LocalDate today) {
        var gate = workspace.useGate();
        var shown = workspace.rows().pointingTo(Assignment.TYPE, Assignment.TYPE.field("didId"), dids.keySet()).stream()
                .map(Assignment.TYPE::read)
                .filter(assignment -> assignment.outbound() && !assignment.isOverBy(today))
                .toList();
        var campaigns = new HashMap<UUID, Campaign>();
        workspace
                .rows()
                .findAll(
                        Campaign.TYPE,
                        shown.stream().map(Assignment::campaignId).collect(Collectors.toSet()))
                .forEach((id, row) -> campaigns.put(id, Campaign.TYPE.read(row)));
        var found = new HashMap<UUID, Optional<UseVerdict>>();
        dids.keySet().forEach(id -> found.put(id, Optional.empty()));
        for (var assignment : shown) {
            var campaign = campaigns.get(assignment.campaignId());
            var did = Did.TYPE.read(Objects.requireNonNull(dids.get(assignment.didId())));
            if (campaign != null) {
                gate.judge(did, campaign, today, today)
                        .forEach(turn -> found.merge(
                                did.id(), Optional.of(turn.judgement().verdict()), UsesInSight::stricter));
            }
        }
        return found;
    }

    private static Optional<UseVerdict> stricter(Optional<UseVerdict> one, Optional<UseVerdict> other) {
        return one.isEmpty()
                ? other
                : one.map(verdict -> other.map(verdict::stricter).orElse(verdict));
    }
}
