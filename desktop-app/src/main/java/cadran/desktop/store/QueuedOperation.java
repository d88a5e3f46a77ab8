package cadran.desktop.store;

import cadran.model.sync.Operation;
import cadran.model.sync.OperationResult;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation in the outbox.
 *
 * @param operation its number is 0 when it does not count any more: refused by a server whose history forked since
 * @param afterVersion what {@code operation.after()} made of the row, if that one was answered and its author had seen
 *     the row as it stood: then who made this one has seen that version too
 * @param result null until the server answers
 */
public record QueuedOperation(
        Operation operation,
        UUID author,
        EditLabel label,
        @Nullable Long afterVersion,
        @Nullable OperationResult result) {}
