package cadran.model.blocks;

import java.time.LocalDate;

/**
 * Numbers that were allotted together. Single ones may have been ported away since; this is who they began with.
 *
 * @param first as it is dialled in France, such as {@code 0144000000}
 * @param holder the regulator's code of the operator, three or four characters
 * @param territory in the regulator's words, which name one island in two ways
 */
public record Block(String first, String last, String holder, String territory, LocalDate allottedOn) {}
