package cadran.desktop;

import cadran.desktop.assignments.AssignmentsFeature;
import cadran.desktop.blocks.BlocksFeature;
import cadran.desktop.catalog.CatalogFeatures;
import cadran.desktop.changes.ChangesFeature;
import cadran.desktop.conflicts.ConflictsFeature;
import cadran.desktop.dashboard.DashboardFeature;
import cadran.desktop.demo.DemoCommands;
import cadran.desktop.edit.Workspace;
import cadran.desktop.history.HistoryFeature;
import cadran.desktop.numbers.NumbersFeature;
import cadran.desktop.organisation.OrganisationFeatures;
import cadran.desktop.own.OwnFields;
import cadran.desktop.plan.PlanFeature;
import cadran.desktop.profiles.OpenProfile;
import cadran.desktop.ranges.RangesFeature;
import cadran.desktop.settings.SettingsFeature;
import cadran.desktop.shell.Connection;
import cadran.desktop.shell.Feature;
import cadran.desktop.shell.ShellView;
import cadran.desktop.shell.Status;
import cadran.desktop.sync.SyncPhase;
import cadran.desktop.sync.SyncStatus;
import cadran.desktop.tables.ReasonCommands;
import cadran.desktop.tables.UndoCommands;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.desktop.usage.RulesFeature;
import cadran.model.Schema;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** An open profile in the window: its features, its commands, and what its status bar tells. */
final class ProfileWindow {
    private final Desk desk;
    private final OpenProfile open;
    private final Workspace workspace;
    private final ZoneId zone;
    private final Status status = new Status();
    private final ConflictsFeature conflicts;
    private final BlocksFeature blocks;
    private final OwnFields ownFields;
    private final RightsWatch rights;

    ProfileWindow(Desk desk, OpenProfile open, ZoneId zone) {
        this.desk = desk;
        this.open = open;
        this.zone = zone;
        workspace = open.workspace();
        blocks = new BlocksFeature(desk, workspace, open.profile().folder());
        ownFields = new OwnFields(desk, workspace);
        conflicts = new ConflictsFeature(
                desk,
                workspace,
                zone,
                NumbersFeature.substitutes(desk, workspace, ownFields, blocks.ofNumbers())
                        .or(RangesFeature.substitutes(workspace)));
        status.reminders().addAll(NumbersFeature.reminders(desk, workspace));
        status.reminders().add(ChangesFeature.reminder(desk, workspace));
        rights = new RightsWatch(desk, open, status, workspace.clock());
        status.attentionProperty().bind(conflicts.waiting());
        status.attentionProperty().subscribe((before, now) -> {
            if (now.intValue() > before.intValue()) {
                rights.ask();
            }
        });
        status.organisationProperty().set(open.profile().organisationName());
        status.userProperty().set(open.profile().userName());
        open.engine().onStatus(now -> Platform.runLater(() -> show(now)));
    }

    /** @param leave closes the profile and goes elsewhere */
    ShellView show(Consumer<Leaving> leave) {
        var shell = new ShellView(desk, status, zone, features(), commands(leave));
        conflicts.watch();
        open.engine().start();
        return shell;
    }

    private List<Feature> features() {
        var catalog = new CatalogFeatures(desk, workspace);
        var features = new ArrayList<Feature>();
        var assignments = new AssignmentsFeature(desk, workspace);
        var changes = new ChangesFeature(desk, workspace);
        var history = new HistoryFeature(desk, workspace, open.client().history());
        var rules = new RulesFeature(desk, workspace);
        var plan = new PlanFeature(desk, workspace);
        var starters = new DemoCommands(desk, workspace).first();
        features.add(new DashboardFeature(desk, workspace, starters, status.reminders()));
        features.add(NumbersFeature.of(
                desk,
                workspace,
                ownFields,
                starters,
                List.of(
                        RangesFeature.besideNumber(desk, workspace),
                        changes.besideNumber(),
                        plan.besideNumber(),
                        blocks.besideNumber(),
                        assignments.besideNumber(),
                        history.besideNumber()),
                blocks.ofNumbers().and(rules.ofNumbers()).and(plan.ofNumbers())));
        features.add(RangesFeature.of(desk, workspace));
        features.addAll(catalog.daily(assignments.besideCampaign(), changes::onCustomer));
        features.add(assignments.list());
        features.add(changes.list());
        features.add(history);
        features.add(conflicts);
        features.addAll(catalog.reference());
        features.add(rules);
        features.addAll(OrganisationFeatures.all(desk, open.client(), status, zone, workspace.clock(), this::nameOf));
        features.add(new SettingsFeature(
                desk, open.profile().folder(), open.profile().protection(), List.of(blocks::section)));
        features.removeIf(feature -> !maySee(feature));
        return features;
    }

    private @Nullable String nameOf(String entity, UUID id) {
        return Schema.TYPES.stream()
                .filter(type -> type.name().equals(entity))
                .findFirst()
                .map(type -> workspace.rows().label(type, id))
                .orElse(null);
    }

    private boolean maySee(Feature feature) {
        var needed = feature.permission();
        return needed == null || workspace.may(needed);
    }

    private List<Command> commands(Consumer<Leaving> leave) {
        var signedOut = Bindings.equal(status.connectionProperty(), Connection.SIGNED_OUT);
        var commands = new ArrayList<>(new UndoCommands(desk, workspace.edits()).all());
        commands.addAll(new ReasonCommands(desk, workspace, status.reasonProperty()).all());
        commands.addAll(blocks.commands());
        commands.addAll(new DemoCommands(desk, workspace).all());
        commands.add(Command.of("account.sign-in-again", Feather.LOG_IN, () -> leave.accept(Leaving.SIGN_IN_AGAIN))
                .when(signedOut));
        commands.add(Command.of("account.reopen", Feather.REFRESH_CW, () -> leave.accept(Leaving.REOPEN))
                .when(status.rightsChangedProperty()));
        commands.add(Command.of("account.leave", Feather.LOG_OUT, () -> leave.accept(Leaving.WELCOME)));
        return commands;
    }

    private void show(SyncStatus now) {
        status.connectionProperty()
                .set(
                        switch (now.phase()) {
                            case SYNCING -> Connection.SYNCING;
                            case SYNCED -> Connection.SYNCED;
                            case OFFLINE -> Connection.OFFLINE;
                            case UNREACHABLE -> Connection.UNREACHABLE;
                            case SIGNED_OUT -> Connection.SIGNED_OUT;
                            case TOO_OLD -> Connection.TOO_OLD;
                            case SERVER_TOO_OLD -> Connection.SERVER_TOO_OLD;
                            case DISK_FULL -> Connection.DISK_FULL;
                            case REFUSED -> Connection.REFUSED;
                        });
        status.problemProperty().set(now.problem());
        status.syncedAtProperty().set(now.syncedAt());
        var loaded = now.loaded();
        status.loadedProperty().set(loaded == null ? null : new Status.Loaded(loaded.rows(), loaded.total()));
        status.pendingProperty().set(Math.toIntExact(now.pending()));
        if (now.phase() == SyncPhase.SYNCED) {
            rights.synced();
        }
    }
}
