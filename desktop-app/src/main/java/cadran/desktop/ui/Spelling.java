package cadran.desktop.ui;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Comparing what people type with what is written: accents, case and apostrophes don't count. */
public final class Spelling {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Spelling() {}

    /** "Élève d’été" and "eleve d'ete" come out the same. */
    public static String plain(String text) {
        var apart = Normalizer.normalize(text.replace('’', '\'').replace('\u00a0', ' '), Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Whether every word typed is somewhere in the text. */
    public static boolean contains(String text, String typed) {
        var plain = plain(text);
        for (var word : plain(typed).split(" ", -1)) {
            if (!plain.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
