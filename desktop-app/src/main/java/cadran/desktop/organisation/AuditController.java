package cadran.desktop.organisation;

import cadran.desktop.ui.GridColumn;
import cadran.model.audit.AuditCheck;
import cadran.model.audit.AuditLine;
import cadran.model.organisations.Permission;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/** Who changed what and when, and whether the log of it is whole. */
final class AuditController {
    private final ServerDesk server;
    private final RowNames rows;
    private final AuditWording words;
    private final ServerListView<AuditLine> list;

    /** @param rows how rows are called in the local copy */
    AuditController(ServerDesk server, RowNames rows) {
        this.server = server;
        this.rows = rows;
        words = new AuditWording(server.texts(), server.wording());
        list = new ServerListView<>(
                server,
                "audit.",
                List.of(
                        GridColumn.<AuditLine>of(
                                        "at",
                                        "audit.at",
                                        line -> server.wording().time(line.at()))
                                .width(145),
                        GridColumn.of("who", "audit.who", words::who).width(170).flexible(120),
                        GridColumn.of("action", "audit.action", words::action)
                                .width(200)
                                .flexible(140),
                        GridColumn.of("object", "audit.object", words::object)
                                .width(260)
                                .flexible(150),
                        GridColumn.<AuditLine>of(
                                        "seq",
                                        "audit.seq",
                                        line -> server.texts().formats().number(line.seq()))
                                .width(55)
                                .number()),
                (a, b) -> a.seq() == b.seq(),
                null,
                this::load);
        list.action(Feather.CHECK_CIRCLE, "audit.verify", Keys.shifted(KeyCode.V), this::verify);
        list.grid().whenEmpty(list.empty(Feather.BOOK_OPEN));
        list.describe(this::describe);
    }

    ServerFeature feature() {
        return ServerFeature.list("audit", Feather.BOOK_OPEN, Permission.AUDIT_READ, list, this::load);
    }

    /** Rows are looked up by their ids, so it takes a moment, and another line may be in front by then. */
    private void describe(AuditLine line) {
        server.desk().background().run("work.load", progress -> words.lines(line), lines -> {
            if (line.equals(list.grid().focusedRowProperty().get())) {
                list.detail().show(words.action(line), null, lines);
            }
        });
    }

    private record Loaded(AuditSource source, AuditNames names) {}

    private void load() {
        list.view().load(progress -> new Loaded(AuditSource.open(server), AuditNames.read(server, rows)), loaded -> {
            words.know(loaded.names());
            list.grid().show(loaded.source());
            list.count(loaded.source().total());
        });
    }

    private void verify() {
        list.view().act(progress -> ServerAnswer.of(server.admin().checkAudit()), this::tell);
    }

    private void tell(AuditCheck check) {
        var texts = server.texts();
        Long broken = check.brokenAt();
        if (broken == null) {
            list.view().say(texts.count("audit.whole", check.total()), true);
        } else {
            list.view().say(texts.get("audit.broken", "seq", broken), false);
        }
    }
}
