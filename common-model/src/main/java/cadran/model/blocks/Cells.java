package cadran.model.blocks;

import java.util.ArrayList;
import java.util.List;

/** The cells of a line. Quotes stand around some of them, and doubled inside. */
final class Cells {
    private static final char SEPARATOR = ';';
    private static final String QUOTE = "\"";

    private Cells() {}

    static List<String> of(String line) {
        var cells = new ArrayList<String>();
        boolean quoted = false;
        int start = 0;
        for (int at = 0; at < line.length(); at++) {
            if (line.charAt(at) == QUOTE.charAt(0)) {
                quoted = !quoted;
            } else if (line.charAt(at) == SEPARATOR && !quoted) {
                cells.add(bare(line.substring(start, at)));
                start = at + 1;
            }
        }
        cells.add(bare(line.substring(start)));
        return cells;
    }

    private static String bare(String cell) {
        var text = cell.strip();
        boolean quoted = text.length() > 1 && text.startsWith(QUOTE) && text.endsWith(QUOTE);
        return quoted
                ? text.substring(1, text.length() - 1)
                        .replace(QUOTE + QUOTE, QUOTE)
                        .strip()
                : text;
    }
}
