package cadran.desktop.samples;

import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import java.util.HashMap;
import java.util.Map;

/** The program's texts and the samples' own. */
public final class SampleTexts {
    private static final Map<String, String> FRENCH = Map.of(
            "sample.title", "Numéros",
            "sample.number", "Numéro",
            "sample.status", "Statut",
            "sample.customer", "Client",
            "sample.price", "Abonnement mensuel",
            "sample.add", "Ajouter un numéro");
    private static final Map<String, String> ENGLISH = Map.of(
            "sample.title", "Numbers",
            "sample.number", "Number",
            "sample.status", "Status",
            "sample.customer", "Customer",
            "sample.price", "Monthly fee",
            "sample.add", "Add a number");

    private SampleTexts() {}

    public static Map<String, String> with(Language language) {
        var all = new HashMap<>(Texts.shipped(language));
        all.putAll(language == Language.FRENCH ? FRENCH : ENGLISH);
        return all;
    }
}
