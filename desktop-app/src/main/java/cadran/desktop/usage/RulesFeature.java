package cadran.desktop.usage;

import cadran.desktop.edit.Workspace;
import cadran.desktop.platform.Latest;
import cadran.desktop.shell.Feature;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.Knowledge;
import cadran.desktop.tables.Refresh;
import cadran.desktop.ui.Badge;
import cadran.desktop.ui.Buttons;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.DataGrid;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.DetailPane;
import cadran.desktop.ui.EmptyState;
import cadran.desktop.ui.FilterBar;
import cadran.desktop.ui.GridColumn;
import cadran.desktop.ui.ListSource;
import cadran.desktop.ui.RowActions;
import cadran.model.organisations.Permission;
import cadran.model.usage.OrganisationRule;
import cadran.model.usage.UseRule;
import cadran.model.usage.UseVerdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * The rules on showing numbers as caller or sender: those that come with the program, and over them the organisation's, which
 * its administrators write. What they come to is a column and a key of the numbers' list.
 */
public final class RulesFeature implements Feature {
    private final Desk desk;
    private final Workspace workspace;
    private final RuleWords words;
    private final RulesController controller;
    private final RulesInForce inForce;
    private final UsesInSight uses;
    private final RuleLines lines;
    private final Latest reading;
    private final ListSource<RuleLine> source;
    private final DataGrid<RuleLine> grid;
    private final DetailPane detail;
    private final FilterBar filter;
    private final RowActions rowActions;
    private final List<Command> commands = new ArrayList<>();
    private final VBox view;

    public RulesFeature(Desk desk, Workspace workspace) {
        this.desk = desk;
        this.workspace = workspace;
        var texts = desk.texts();
        words = new RuleWords(texts);
        controller = new RulesController(desk, workspace, words);
        inForce = new RulesInForce(desk, workspace);
        uses = new UsesInSight(desk, workspace);
        lines = new RuleLines(workspace);
        reading = desk.background().latest("work.load");
        source = new ListSource<>(
                words::searched,
                Map.of(
                        "usage-verdict",
                                Comparator.comparing(line -> line.rule().reliableVerdict()),
                        "usage-origin", Comparator.comparing(RuleLine::origin)));
        grid = new DataGrid<>(desk, "use-rule", columns(), RuleLine::isSameAs);
        detail = new DetailPane(texts);
        filter = new FilterBar(desk, "usage.title", this::narrow);
        filter.leadsTo(grid.table());
        rowActions = new RowActions(texts);
        grid.whenEmpty(new EmptyState(Feather.SHIELD, texts.bind("usage.empty"), texts.bind("usage.empty.hint")));
        grid.focusedRowProperty().subscribe(this::describe);
        texts.languageProperty()
                .subscribe(language -> describe(grid.focusedRowProperty().get()));
        commands.add(filter.find());
        if (controller.mayWrite()) {
            addCommands();
        }
        VBox.setVgrow(grid, Priority.ALWAYS);
        view = new VBox(filter, grid, rowActions);
        view.getStyleClass().add("screen");
    }

    /** What the rules make of numbers, for their list. */
    public Knowledge ofNumbers() {
        return new Knowledge(
                List.of(GridColumn.<GridRow>of("usage", "usage.column", this::use)
                        .width(130)
                        .extra()),
                List.of(new UsageKey(desk.texts(), inForce)),
                inForce::onChange,
                uses::onFound);
    }

    private String use(GridRow row) {
        var verdict = uses.of(row.row());
        return verdict == null ? "" : words.signed(verdict);
    }

    private void addCommands() {
        var add = Command.of("entity.usage_rule.add", Feather.PLUS, controller::add)
                .onKey(new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN));
        commands.add(add);
        filter.action(Buttons.main(desk.texts(), add));
        onLine("entity.usage_rule.edit", Feather.EDIT_2, KeyCode.E, false, line -> true, controller::edit);
        onLine(
                "usage.set-aside",
                Feather.PAUSE,
                KeyCode.A,
                true,
                RuleLine::isActive,
                line -> controller.setAside(line, true));
        onLine(
                "usage.apply",
                Feather.PLAY,
                KeyCode.P,
                true,
                line -> !line.isActive(),
                line -> controller.setAside(line, false));
        onLine("usage.keep", Feather.CHECK, KeyCode.K, true, RuleLine::outdated, controller::keep);
        onLine("usage.restore", Feather.ROTATE_CCW, KeyCode.R, true, RulesFeature::isReplaced, controller::remove);
        onLine(
                "entity.usage_rule.delete",
                Feather.TRASH_2,
                KeyCode.DELETE,
                false,
                line -> line.own() != null && line.shipped() == null,
                controller::remove);
        grid.onOpen(controller::edit);
    }

    private static boolean isReplaced(RuleLine line) {
        return line.own() != null && line.shipped() != null;
    }

    /** @param key together with Ctrl/⌘, and with Shift if told */
    private void onLine(
            String text, Ikon icon, KeyCode key, boolean shift, Predicate<RuleLine> when, Consumer<RuleLine> action) {
        var focused = grid.focusedRowProperty();
        var combination = shift
                ? new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
                : new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
        var command = Command.of(text, icon, () -> action.accept(Objects.requireNonNull(focused.get())))
                .onKey(combination)
                .when(Bindings.createBooleanBinding(
                        () -> {
                            var line = focused.get();
                            return line != null && when.test(line);
                        },
                        focused));
        commands.add(command);
        rowActions.add(command, command.executable());
    }

    /** As wide as keeps who changed a rule in sight beside the open detail. */
    private List<GridColumn<RuleLine>> columns() {
        return List.of(
                column("usage.numbers", line -> words.numbers(line.rule()), 186, 140),
                column("usage.mode", line -> words.mode(line.rule()), 92, 85),
                column("usage.channel", line -> words.channel(line.rule()), 76, 74),
                column("usage.verdict", line -> words.verdict(line.rule()), 102, 102)
                        .graphic(line -> Badge.dot(role(line.rule().reliableVerdict())))
                        .sortable(),
                column("usage.state", line -> words.state(line, workspace.today()), 80, 80),
                column("usage.origin", words::origin, 100, 100).sortable(),
                column("usage.by", this::by, 145, 120),
                column("usage.trust", line -> words.trust(line.rule()), 135, 110),
                column("usage.from", line -> words.date(line.rule().validFrom()), 95, 90),
                column("usage.until", line -> words.date(line.rule().validUntil()), 95, 90),
                column("usage.source", line -> line.rule().source(), 260, 150));
    }

    private String by(RuleLine line) {
        return words.by(line, workspace.author().zone());
    }

    private static GridColumn<RuleLine> column(
            String key, Function<RuleLine, String> text, double width, double least) {
        return GridColumn.of(key.replace('.', '-'), key, text).width(width).flexible(least);
    }

    private static String role(UseVerdict verdict) {
        return switch (verdict) {
            case ALLOWED -> "state-good";
            case TO_BE_CHECKED -> "state-conflict";
            case FORBIDDEN -> "state-bad";
        };
    }

    private void narrow(String typed) {
        source.narrow(typed);
        grid.show(source);
        count();
    }

    private void count() {
        long found = source.count();
        filter.showCount(desk.texts().compute(() -> desk.texts().count("usage.count", found)));
    }

    private void load() {
        reading.run(progress -> lines.read(), found -> {
            source.set(found);
            grid.reload();
            count();
        });
    }

    private void describe(@Nullable RuleLine line) {
        if (line == null) {
            detail.nothing();
            return;
        }
        var rule = line.rule();
        var verdict = desk.texts().compute(() -> words.verdict(rule));
        detail.show(words.numbers(rule), Badge.of(role(rule.reliableVerdict()), verdict), List.of());
        var said = new ArrayList<DetailPane.Line>();
        said.add(new DetailPane.Line("usage.origin", words.origin(line)));
        if (line.own() != null) {
            said.add(new DetailPane.Line("usage.by", by(line)));
        }
        said.add(new DetailPane.Line("usage.state", words.state(line, workspace.today())));
        said.addAll(saying(rule));
        detail.lines(said);
        var shipped = line.shipped();
        if (line.own() != null && shipped != null) {
            detail.section(line.outdated() ? "usage.shipped.outdated" : "usage.shipped", saying(shipped));
        }
    }

    private List<DetailPane.Line> saying(UseRule rule) {
        return List.of(
                new DetailPane.Line("usage.mode", words.mode(rule)),
                new DetailPane.Line("usage.channel", words.channel(rule)),
                new DetailPane.Line("usage.said", words.verdict(rule.verdict())),
                new DetailPane.Line("usage.trust", words.trust(rule)),
                new DetailPane.Line("usage.mandate", words.mandate(rule)),
                new DetailPane.Line("usage.from", words.date(rule.validFrom())),
                new DetailPane.Line("usage.until", words.date(rule.validUntil())),
                new DetailPane.Line("usage.source", rule.source()),
                new DetailPane.Line("usage.source-date", words.date(rule.sourceDate())),
                new DetailPane.Line("usage.note", Objects.requireNonNullElse(rule.note(), "")));
    }

    @Override
    public String id() {
        return "use-rules";
    }

    @Override
    public String titleKey() {
        return "usage.title";
    }

    @Override
    public String groupKey() {
        return "catalog.group";
    }

    @Override
    public Ikon icon() {
        return Feather.SHIELD;
    }

    @Override
    public Permission permission() {
        return Permission.INVENTORY_READ;
    }

    @Override
    public Node view() {
        new Refresh(workspace, Set.of(OrganisationRule.TYPE), this::load);
        Refresh.ofHistory(workspace, this::load);
        grid.show(source);
        load();
        return view;
    }

    @Override
    public Node detail() {
        return detail;
    }

    @Override
    public List<Command> commands() {
        return List.copyOf(commands);
    }

    @Override
    public void onShow() {
        grid.focusTable();
    }
}
