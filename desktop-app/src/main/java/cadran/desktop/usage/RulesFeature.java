package cadran.desktop.usage;

import cadran.desktop.edit.Workspace;
import cadran.desktop.shell.Feature;
import cadran.desktop.ui.Badge;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.DataGrid;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.DetailPane;
import cadran.desktop.ui.EmptyState;
import cadran.desktop.ui.FilterBar;
import cadran.desktop.ui.GridColumn;
import cadran.desktop.ui.ListSource;
import cadran.model.organisations.Permission;
import cadran.model.usage.UseRule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The rules on showing numbers as caller or sender. They come with the program and can only be read. */
public final class RulesFeature implements Feature {
    private final Desk desk;
    private final Workspace workspace;
    private final RuleWords words;
    private final ListSource<UseRule> source;
    private final DataGrid<UseRule> grid;
    private final DetailPane detail;
    private final FilterBar filter;
    private final VBox view;

    public RulesFeature(Desk desk, Workspace workspace) {
        this.desk = desk;
        this.workspace = workspace;
        var texts = desk.texts();
        words = new RuleWords(texts);
        source = new ListSource<>(words::searched, Map.of("usage-verdict", Comparator.comparing(UseRule::verdict)));
        grid = new DataGrid<>(desk, "use-rule", columns(), Objects::equals);
        detail = new DetailPane(texts);
        filter = new FilterBar(desk, "usage.title", this::narrow);
        filter.leadsTo(grid.table());
        grid.whenEmpty(new EmptyState(Feather.SHIELD, texts.bind("usage.empty"), texts.bind("usage.empty.hint")));
        grid.focusedRowProperty().subscribe(this::describe);
        texts.languageProperty()
                .subscribe(language -> describe(grid.focusedRowProperty().get()));
        VBox.setVgrow(grid, Priority.ALWAYS);
        view = new VBox(filter, grid);
        view.getStyleClass().add("screen");
    }

    private List<GridColumn<UseRule>> columns() {
        return List.of(
                column("usage.numbers", words::numbers, 190, 140),
                column("usage.mode", words::mode, 105, 90),
                column("usage.channel", words::channel, 75, 65),
                column("usage.verdict", words::verdict, 110, 105)
                        .graphic(rule -> Badge.dot(role(rule)))
                        .sortable(),
                column("usage.trust", words::trust, 150, 110),
                column("usage.state", rule -> words.state(rule, workspace.today()), 100, 90),
                column("usage.from", rule -> words.date(rule.validFrom()), 95, 90),
                column("usage.until", rule -> words.date(rule.validUntil()), 95, 90),
                column("usage.source", UseRule::source, 300, 150));
    }

    private static GridColumn<UseRule> column(String key, Function<UseRule, String> text, double width, double least) {
        return GridColumn.of(key.replace('.', '-'), key, text).width(width).flexible(least);
    }

    private static String role(UseRule rule) {
        return switch (rule.verdict()) {
            case ALLOWED -> "state-good";
            case TO_BE_CHECKED -> "state-conflict";
            case FORBIDDEN -> "state-bad";
        };
    }

    private void narrow(String typed) {
        source.narrow(typed);
        load();
    }

    private void load() {
        grid.show(source);
        long found = source.count();
        filter.showCount(desk.texts().compute(() -> desk.texts().count("usage.count", found)));
    }

    private void describe(@Nullable UseRule rule) {
        if (rule == null) {
            detail.nothing();
            return;
        }
        var verdict = desk.texts().compute(() -> words.verdict(rule));
        detail.show(
                words.numbers(rule),
                Badge.of(role(rule), verdict),
                List.of(
                        new DetailPane.Line("usage.mode", words.mode(rule)),
                        new DetailPane.Line("usage.channel", words.channel(rule)),
                        new DetailPane.Line("usage.mandate", words.mandate(rule)),
                        new DetailPane.Line("usage.state", words.state(rule, workspace.today())),
                        new DetailPane.Line("usage.from", words.date(rule.validFrom())),
                        new DetailPane.Line("usage.until", words.date(rule.validUntil())),
                        new DetailPane.Line("usage.trust", words.trust(rule)),
                        new DetailPane.Line("usage.source", rule.source()),
                        new DetailPane.Line("usage.note", Objects.requireNonNullElse(rule.note(), ""))));
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
        source.set(UseRule.shipped());
        load();
        return view;
    }

    @Override
    public Node detail() {
        return detail;
    }

    @Override
    public List<Command> commands() {
        return List.of(filter.find());
    }

    @Override
    public void onShow() {
        grid.focusTable();
    }
}
