package cadran.desktop.blocks;

import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.DetailPane;
import cadran.model.blocks.Block;
import java.util.List;

/** A block as labelled text. */
final class BlockLines {
    private BlockLines() {}

    static List<DetailPane.Line> of(Texts texts, BlockHolders holders, Block block) {
        return List.of(
                new DetailPane.Line("blocks.holder", holders.named(block.holder())),
                new DetailPane.Line("blocks.territory", block.territory()),
                new DetailPane.Line("blocks.allotted", texts.formats().date(block.allottedOn())),
                new DetailPane.Line("blocks.block", spelt(block.first()) + " – " + spelt(block.last())));
    }

    /** In pairs as everywhere else, so that it can be compared by the eye. */
    private static String spelt(String digits) {
        return digits.replaceAll("(?<=\\d)(?=(?:\\d\\d)+$)", "\u00a0");
    }
}
