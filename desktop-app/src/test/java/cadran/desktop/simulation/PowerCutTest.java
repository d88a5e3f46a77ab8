package cadran.desktop.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.store.Draft;
import cadran.desktop.store.EditLabel;
import cadran.desktop.store.LocalStore;
import cadran.desktop.store.Medium;
import cadran.model.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The outbox uses the space of its own past again, on a disk that forgets what was not forced. */
class PowerCutTest {
    private static final String MACHINE = "power-cut";
    private static final EditLabel LABEL = new EditLabel("test.op", Map.of(), EditLabel.Way.DONE);
    private static final int CUTS = 15;
    private static final int EDITS_AT_MOST = 150;

    private final Random random = new Random(4);
    private final Disk disk = new Disk(false);

    @AfterEach
    void unmount() {
        DiskPath.unmount(MACHINE);
    }

    /** One that lets the space be used again at once: what the shipped one does after a second. */
    private static final class Hasty implements Medium {
        private final String mount;

        private Hasty(String mount) {
            this.mount = mount;
        }

        @Override
        public String locate(String path) {
            return mount + Path.of(path).getFileName();
        }

        @Override
        public String forcedOptions() {
            return options() + ";RETENTION_TIME=0";
        }
    }

    @Test
    void whatWasSavedIsThereAfterEachCut() {
        List<UUID> saved = new ArrayList<>();
        long largest = 0;
        for (int cut = 0; cut < CUTS; cut++) {
            String mount = DiskPath.mount(MACHINE, disk);
            try (var store = LocalStore.open(
                    Path.of("profile"), null, OpenStore.ORGANISATION, OpenStore::id, new Hasty(mount))) {
                var found = store.outbox().unanswered(Integer.MAX_VALUE).stream()
                        .map(each -> each.operation().id())
                        .toList();
                // The one that was being saved may be there or not.
                int more = found.size() - saved.size();
                assertTrue(more == 0 || more == 1, "edits more than were saved: " + more);
                assertEquals(saved, found.subList(0, saved.size()));
                saved = new ArrayList<>(found);
                disk.cutAfter(30 + random.nextInt(900));
                append(store, saved);
                largest = Math.max(largest, disk.size("outbox.mv.db"));
                disk.crash(random);
            }
        }
        assertTrue(saved.size() > 500, "too few edits to show anything: " + saved.size());
        assertTrue(largest < 4_000L * saved.size(), "no space was used again: " + largest);
    }

    private void append(LocalStore store, List<UUID> saved) {
        try {
            for (int i = 0; i < EDITS_AT_MOST; i++) {
                var intent = TestOp.adding(OpenStore.carrier("C" + saved.size(), "x".repeat(90)));
                var draft = new Draft(OpenStore.id(), null, OpenStore.CLOCK.instant(), 0, intent);
                store.outbox().append(OpenStore.USER, LABEL, List.of(draft), 0);
                saved.add(draft.id());
            }
        } catch (ProblemException theMachineStopped) {
            assertEquals("edit.not_saved", theMachineStopped.problem().code());
        }
    }
}
