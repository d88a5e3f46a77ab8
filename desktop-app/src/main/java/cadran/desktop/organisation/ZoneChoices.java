package cadran.desktop.organisation;

import cadran.desktop.ui.Choice;
import cadran.desktop.ui.ChoiceSource;
import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import java.time.ZoneId;
import java.util.Optional;

/** The time zones of the world's regions; an offset has no summer time and is none. */
final class ZoneChoices {
    private ZoneChoices() {}

    static FormField<Optional<String>> field(Form form, String initial) {
        return form.reference("timeZone", "organisation.time-zone", all(), new Choice(initial, initial))
                .required();
    }

    private static ChoiceSource all() {
        return ChoiceSource.of(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .map(id -> new Choice(id, id))
                .toList());
    }
}
