package cadran.desktop.organisation;

import cadran.desktop.ui.DetailPane;
import cadran.desktop.ui.GridColumn;
import cadran.model.audit.AuditCheck;
import cadran.model.audit.AuditLine;
import cadran.model.organisations.Permission;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/** Who changed what and when, and whether the log of it is whole. */
final class AuditController {
    private final ServerDesk server;
    private final AuditWording words;
    private final ServerListView<AuditLine> list;

    AuditController(ServerDesk server) {
        this.server = server;
        words = new AuditWording(server.texts());
        list = new ServerListView<>(
                server,
                "audit.",
                List.of(
                        GridColumn.<AuditLine>of("at", "audit.at", line -> server.wording()
                                        .time(line.at()))
                                .width(140),
                        GridColumn.of("who", "audit.who", words::who).width(180),
                        GridColumn.of("action", "audit.action", words::action).width(230),
                        GridColumn.of("object", "audit.object", words::object).width(300),
                        GridColumn.<AuditLine>of("seq", "audit.seq", line -> server.texts()
                                        .formats()
                                        .number(line.seq()))
                                .width(80)
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

    private void describe(AuditLine line) {
        var lines = new ArrayList<DetailPane.Line>();
        lines.add(new DetailPane.Line("audit.at", server.wording().time(line.at())));
        lines.add(new DetailPane.Line("audit.who", words.who(line)));
        if (line.deviceName() != null) {
            lines.add(new DetailPane.Line("audit.device", line.deviceName()));
        }
        lines.add(new DetailPane.Line("audit.object", words.object(line)));
        lines.addAll(words.changes(line));
        list.detail().show(words.action(line), null, lines);
    }

    private void load() {
        list.view().load(progress -> AuditSource.open(server), source -> {
            list.grid().show(source);
            list.count(source.total());
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
