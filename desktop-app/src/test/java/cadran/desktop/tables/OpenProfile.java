package cadran.desktop.tables;

import cadran.desktop.UiTest;
import cadran.desktop.assignments.AssignmentsFeature;
import cadran.desktop.blocks.BlocksFeature;
import cadran.desktop.catalog.CatalogFeatures;
import cadran.desktop.changes.ChangesFeature;
import cadran.desktop.client.ServerClient;
import cadran.desktop.client.TokenSource;
import cadran.desktop.conflicts.ConflictsFeature;
import cadran.desktop.dashboard.DashboardFeature;
import cadran.desktop.demo.DemoCommands;
import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.Workspace;
import cadran.desktop.history.HistoryFeature;
import cadran.desktop.numbers.NumbersFeature;
import cadran.desktop.own.OwnFields;
import cadran.desktop.plan.PlanFeature;
import cadran.desktop.profiles.KeyProtection;
import cadran.desktop.ranges.RangesFeature;
import cadran.desktop.settings.SettingsFeature;
import cadran.desktop.shell.Feature;
import cadran.desktop.shell.Reminder;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Desk;
import cadran.desktop.usage.RulesFeature;
import cadran.model.catalog.ReferenceValues;
import cadran.model.demo.DemoRows;
import cadran.model.organisations.Permission;
import cadran.model.organisations.Role;
import cadran.model.sync.Field;
import cadran.model.sync.Intent;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A profile with the features over it, as the program opens it, and without a server. */
public final class OpenProfile implements AutoCloseable {
    public final OpenStore open;
    public final Workspace workspace;
    /** Of the next edits, as the window tells it. */
    public final StringProperty reason = new SimpleStringProperty("");
    /** Of a server that nobody runs. */
    private final ServerClient client = new ServerClient(HttpUrl.get("http://127.0.0.1:1/"), TokenSource.NONE);

    private final Path folder;
    private @Nullable BlocksFeature blocks;

    private OpenProfile(OpenStore open, Path folder, Set<Permission> permissions) {
        this.open = open;
        this.folder = folder;
        workspace = open.workspace(permissions);
    }

    /** With the reference values that every organisation gets. */
    public static OpenProfile in(Path folder, Role role) {
        var open = OpenStore.in(folder);
        var profile = new OpenProfile(open, folder, role.permissions());
        create(open, ReferenceValues.fresh(OpenStore::id).rows(OpenStore.ORGANISATION).stream());
        return profile;
    }

    /** With a company that doesn't exist. */
    public static OpenProfile withNumbers(Path folder, Role role, int numbers) {
        var profile = in(folder, role);
        var reference = ReferenceValues.of(cadran.model.Schema.TYPES.stream()
                .flatMap(type -> profile.workspace.rows().list(cadran.desktop.query.Query.of(type)).stream())
                .map(row -> row.row())
                .toList());
        create(profile.open, new DemoRows(1, OpenStore.CLOCK, reference, OpenStore.ORGANISATION, numbers).stream());
        return profile;
    }

    /** As if the server had taken everything so far. */
    public OpenProfile settled() {
        workspace
                .answers()
                .record(
                        open.store.outbox().unanswered(Integer.MAX_VALUE).stream()
                                .map(each -> new OperationResult(
                                        each.operation().number(),
                                        each.operation().id(),
                                        each.operation().intent().entity(),
                                        Verdict.APPLIED,
                                        0,
                                        1,
                                        null,
                                        Map.of()))
                                .toList(),
                        OpenStore.CLOCK.instant());
        return this;
    }

    private static void create(OpenStore open, Stream<Row> rows) {
        open.run(rows.map(OpenProfile::create).toArray(Intent[]::new));
    }

    private static Intent create(Row row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (Field field : row.type().fields()) {
            values.put(field.name(), row.get(field.name()));
        }
        return new Intent.Create(row.type().name(), row.id(), values);
    }

    public List<Reminder> reminders(Desk desk) {
        var reminders = new ArrayList<>(NumbersFeature.reminders(desk, workspace));
        reminders.add(ChangesFeature.reminder(desk, workspace));
        return reminders;
    }

    public List<Feature> features(Desk desk) {
        var catalog = new CatalogFeatures(desk, workspace);
        var features = new ArrayList<Feature>();
        var assignments = new AssignmentsFeature(desk, workspace);
        var changes = new ChangesFeature(desk, workspace);
        var history = new HistoryFeature(desk, workspace, client.history());
        var rules = new RulesFeature(desk, workspace);
        var plan = new PlanFeature(desk, workspace);
        var starters = new DemoCommands(desk, workspace).first();
        var ownFields = new OwnFields(desk, workspace);
        features.add(new DashboardFeature(desk, workspace, starters, reminders(desk)));
        // Most tests begin with the numbers, as somebody who left them there.
        if (desk.settings().get("shell.feature").isEmpty()) {
            desk.settings().put("shell.feature", "numbers");
        }
        features.add(NumbersFeature.of(
                desk,
                workspace,
                ownFields,
                starters,
                List.of(
                        RangesFeature.besideNumber(desk, workspace),
                        changes.besideNumber(),
                        plan.besideNumber(),
                        blocks(desk).besideNumber(),
                        assignments.besideNumber(),
                        history.besideNumber()),
                blocks(desk).ofNumbers().and(rules.ofNumbers()).and(plan.ofNumbers())));
        features.add(RangesFeature.of(desk, workspace));
        features.addAll(catalog.daily(assignments.besideCampaign(), changes::onCustomer));
        features.add(assignments.list());
        features.add(changes.list());
        features.add(history);
        var conflicts = new ConflictsFeature(
                desk,
                workspace,
                UiTest.PARIS,
                NumbersFeature.substitutes(
                                desk, workspace, ownFields, blocks(desk).ofNumbers())
                        .or(RangesFeature.substitutes(workspace)));
        conflicts.watch();
        features.add(conflicts);
        features.addAll(catalog.reference());
        features.add(rules);
        features.add(new SettingsFeature(desk, folder, KeyProtection.KEYCHAIN, List.of(blocks(desk)::section)));
        return features;
    }

    /** One of them, as everybody shares what it has read. */
    private BlocksFeature blocks(Desk desk) {
        var made = blocks;
        if (made == null) {
            made = new BlocksFeature(desk, workspace, folder);
            blocks = made;
        }
        return made;
    }

    public List<Command> commands(Desk desk) {
        return Stream.of(
                        new UndoCommands(desk, workspace.edits()).all(),
                        new ReasonCommands(desk, workspace, reason).all(),
                        blocks(desk).commands(),
                        new DemoCommands(desk, workspace).all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        client.close();
        open.close();
    }
}
