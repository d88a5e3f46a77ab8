package cadran.desktop.sync;

import cadran.model.sync.OperationResult;
import java.util.List;

/** @param head of the feed when the server answered: there is something to pull when it is ahead of the cursor */
public record PushAnswer(long head, List<OperationResult> results) {
    public PushAnswer {
        results = List.copyOf(results);
    }
}
