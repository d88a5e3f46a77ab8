/**
 * The deterministic simulation of sync: the real client engine, the real server and their SQL in one process, where one
 * seed decides who runs when, what the wire does and what the disks forget. Start reading at {@code World}.
 */
@NullMarked
package cadran.desktop.simulation;

import org.jspecify.annotations.NullMarked;
