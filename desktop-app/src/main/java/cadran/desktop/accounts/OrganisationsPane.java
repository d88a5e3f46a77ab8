package cadran.desktop.accounts;

import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/** Several organisations: in which one to work now. */
final class OrganisationsPane extends StepPane {
    private static final double LINE = 40;

    OrganisationsPane(WelcomeView welcome, List<Step.Organisation> organisations) {
        super(welcome, "organisations.choose.title", "organisations.choose.hint");
        var list = new ListView<Step.Organisation>();
        list.setId("organisations");
        list.getStyleClass().add("organisations");
        list.getItems().setAll(organisations);
        list.setCellFactory(view -> new Line());
        list.getSelectionModel().selectFirst();
        list.setFixedCellSize(LINE);
        list.setPrefHeight(Math.min(6, organisations.size()) * LINE + 4);
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                buttons().getChildren().getLast().fireEvent(new javafx.event.ActionEvent());
            }
        });
        var form = form();
        form.add(list);
        back(welcome::start);
        submits(
                form,
                "organisations.choose.do",
                () -> welcome.accounts()
                        .choose(list.getSelectionModel().getSelectedItem().id()));
        getChildren().addAll(form, buttons());
    }

    private static final class Line extends ListCell<Step.Organisation> {
        @Override
        protected void updateItem(Step.@Nullable Organisation organisation, boolean empty) {
            super.updateItem(organisation, empty);
            setText(
                    organisation == null
                            ? null
                            : organisation.role().isEmpty()
                                    ? organisation.name()
                                    : organisation.name() + " · " + organisation.role());
        }
    }
}
