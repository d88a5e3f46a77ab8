package cadran.desktop.organisation;

import cadran.desktop.client.AdminApi;
import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.Buttons;
import cadran.desktop.ui.Command;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.organisations.Organisation;
import cadran.model.organisations.Permission;
import cadran.model.organisations.Registration;
import cadran.model.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The details of the user's own organisation: everybody reads them, administrators change what may change. */
final class OrganisationView {
    private final ServerDesk server;
    private final Texts texts;
    private final VBox content = new VBox();
    private final BooleanProperty mayChange = new SimpleBooleanProperty(false);
    private final ServerView view;
    private final Command save;
    private @Nullable Inputs inputs;

    private record Inputs(long version, Form form, FormField<String> name, FormField<Optional<String>> timeZone) {}

    private record Loaded(Organisation organisation, boolean mayChange) {}

    OrganisationView(ServerDesk server) {
        this.server = server;
        this.texts = server.texts();
        content.getStyleClass().add("settings");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("settings-scroll");
        var head = new TitleBar(texts, "organisation.title");
        view = new ServerView(server, head, scroll, this::load);
        save = Command.of("action.save", Feather.CHECK, this::save)
                .onKey(Keys.SAVE)
                .when(mayChange.and(view.ready()));
        var button = Buttons.main(texts, save);
        button.visibleProperty().bind(mayChange);
        head.action(button);
    }

    ServerFeature feature() {
        return new ServerFeature(
                "organisation", ServerFeature.ORGANISATION, Feather.HOME, null, view, null, List.of(save), this::load);
    }

    private void load() {
        view.load(
                progress -> new Loaded(
                        ServerAnswer.of(server.admin().organisation()),
                        ServerAnswer.of(server.auth().me()).permissions().contains(Permission.ORGANISATION_MANAGE)),
                loaded -> {
                    mayChange.set(loaded.mayChange());
                    show(loaded.organisation());
                });
    }

    private void show(Organisation organisation) {
        content.getChildren().clear();
        if (mayChange.get()) {
            var form = new Form(server.desk());
            var name = form.text("name", "organisation.name", organisation.name())
                    .required()
                    .rule(OrganisationView::nameProblem);
            inputs = new Inputs(organisation.version(), form, name, ZoneChoices.field(form, organisation.timeZone()));
            form.add(Lines.hint(texts, "organisation.time-zone.hint"));
            content.getChildren().add(form);
        } else {
            inputs = null;
            content.getChildren()
                    .addAll(
                            Lines.of(texts, "organisation.name", organisation.name()),
                            Lines.of(texts, "organisation.time-zone", organisation.timeZone()),
                            Lines.hint(texts, "organisation.read-only"));
        }
        var kind = organisation.kind().name().toLowerCase(Locale.ROOT);
        content.getChildren().add(Lines.heading(texts, "organisation.registration"));
        content.getChildren().add(Lines.of(texts, "organisation.kind", texts.bind("organisation.kind." + kind)));
        if (organisation.siret() != null) {
            content.getChildren().add(Lines.of(texts, "organisation.siret", organisation.siret()));
        }
        if (organisation.vatNumber() != null) {
            content.getChildren().add(Lines.of(texts, "organisation.vat", organisation.vatNumber()));
        }
        content.getChildren()
                .add(Lines.of(
                        texts,
                        "organisation.created",
                        texts.compute(() -> server.wording().date(organisation.createdAt()))));
    }

    private static Optional<Problem> nameProblem(String name) {
        return name.length() > Registration.NAME_MAX
                ? Optional.of(Problem.of("field.too_long").with("max", Registration.NAME_MAX))
                : Optional.empty();
    }

    private void save() {
        var now = inputs;
        if (now == null || !now.form().check()) {
            return;
        }
        var patch = new Organisation.Patch(
                now.name().value(), now.timeZone().value().orElseThrow());
        view.act(
                progress -> ServerAnswer.of(server.admin().patchOrganisation(AdminApi.tag(now.version()), patch)),
                saved -> {
                    server.status().organisationProperty().set(saved.name());
                    show(saved);
                    view.say(texts.get("organisation.saved"), true);
                },
                now.form()::show);
    }
}
