package cadran.desktop.ui;

import cadran.desktop.i18n.Texts;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A date that can be typed in any usual spelling, or picked. */
final class DateField extends DatePicker {

    DateField(Texts texts, @Nullable LocalDate initial) {
        super(initial);
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LocalDate date) {
                return date == null ? "" : texts.formats().date(date);
            }

            @Override
            public @Nullable LocalDate fromString(@Nullable String typed) {
                return typed == null ? null : DateInput.date(typed).orElse(null);
            }
        });
        texts.languageProperty().subscribe(language -> getEditor().setPromptText(texts.get("field.date.prompt")));
    }

    ObservableValue<?> watched() {
        return getEditor().textProperty();
    }

    Optional<LocalDate> date() {
        return DateInput.date(getEditor().getText());
    }

    boolean isAstray() {
        return !getEditor().getText().isBlank() && date().isEmpty();
    }
}
