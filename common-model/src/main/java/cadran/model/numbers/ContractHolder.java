package cadran.model.numbers;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who holds a number's contract is told in free text: it is somebody when it is their name or their code in any spelling. */
public final class ContractHolder {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private ContractHolder() {}

    /**
     * @param holder as the number says
     * @param names what they are called: a name, a code
     */
    public static boolean isOneOf(@Nullable String holder, String... names) {
        var held = canonical(holder);
        if (held.isEmpty()) {
            return false;
        }
        for (var name : names) {
            if (held.equals(canonical(name))) {
                return true;
            }
        }
        return false;
    }

    /** Letter case, accents, punctuation and spaces make no other holder. */
    static String canonical(@Nullable String name) {
        var plain = Normalizer.normalize(Objects.requireNonNullElse(name, ""), Normalizer.Form.NFKD);
        return NO_WORD.matcher(MARKS.matcher(plain).replaceAll(""))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
