package cadran.model.numbers;

import java.time.LocalDate;

/**
 * One line of the French plan.
 *
 * @param prefix national digits with the leading 0; the longest that fits a number is the one that counts
 * @param replaced the national digits that give way to the calling code: 0, but 0508 in Saint-Pierre-et-Miquelon
 * @param territory ISO code of the first territory that has it: Guadeloupe's also serve Saint-Martin and Saint-Barthélemy
 * @param digits of the whole national number
 * @param since from when the source says that it is in force
 */
public record PlanPrefix(
        String prefix,
        String callingCode,
        String replaced,
        String territory,
        NumberKind kind,
        int digits,
        LocalDate since,
        String source) {

    static PlanPrefix ofLine(String line) {
        var cells = line.split(";", -1);
        if (cells.length != 8) {
            throw new IllegalArgumentException("Not a line of the plan: " + line);
        }
        return new PlanPrefix(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                NumberKind.valueOf(cells[4]),
                Integer.parseInt(cells[5]),
                LocalDate.parse(cells[6]),
                cells[7]);
    }
}
