package cadran.desktop.index;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/**
 * In which place among others the rows stand to which rows of another type point; of those that are not told, nothing does.
 *
 * @param state equal as long as the places are the same
 * @param each tells a row and its place, which begin at 1
 */
public record Placing(Object state, Consumer<ObjIntConsumer<UUID>> each) {}
