package cadran.model.numbers;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * One line of a numbering plan.
 *
 * @param prefix as it is dialled in its country, in Europe with the leading 0
 * @param replaced the national digits that give way to the calling code: mostly 0, none in North America, 0508 in Saint-Pierre-et-Miquelon
 * @param territory ISO code of the first territory that has it: Guadeloupe's also serve Saint-Martin and Saint-Barthélemy
 * @param area a town, zone, state or province under its own name; empty where the prefix belongs to none
 * @param lengths how many digits may follow the calling code
 * @param since from when the source says that it is in force
 */
public record PlanPrefix(
        String prefix,
        String callingCode,
        String replaced,
        String territory,
        String area,
        NumberKind kind,
        List<Integer> lengths,
        LocalDate since,
        String source) {

    static PlanPrefix ofLine(String line) {
        var cells = line.split(";", -1);
        if (cells.length != 9 || !cells[0].startsWith(cells[2])) {
            throw new IllegalArgumentException("Not a line of a plan: " + line);
        }
        return new PlanPrefix(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                NumberKind.valueOf(cells[5]),
                Stream.of(cells[6].split(" ")).map(Integer::valueOf).toList(),
                LocalDate.parse(cells[7]),
                cells[8]);
    }

    /** What the canonical form of its numbers begins with, such as {@code +262692}. */
    String canonical() {
        return callingCode + prefix.substring(replaced.length());
    }
}
