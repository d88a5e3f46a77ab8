package cadran.desktop.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.store.Draft;
import cadran.desktop.store.EditLabel;
import cadran.desktop.store.LocalStore;
import cadran.desktop.store.Medium;
import cadran.model.h2.OrderedPath;
import cadran.model.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The outbox uses the space of its own past again at once, on a disk that forgets what was not forced. */
class PowerCutTest {
    private static final String MACHINE = "power-cut";
    private static final EditLabel LABEL = new EditLabel("test.op", Map.of(), EditLabel.Way.DONE);
    private static final int BLOCK = 4096;
    /** Behind the head of the file. */
    private static final int FIRST = 2 * BLOCK;

    private static final int CUTS = 15;
    private static final int EDITS_AT_MOST = 150;

    private final Random random = new Random(4);
    private final Disk disk = Disk.tearing(false);

    @AfterEach
    void unmount() {
        DiskPath.unmount(MACHINE);
    }

    /** Where the disk is. */
    private record Mounted(String mount) implements Medium {
        @Override
        public String locate(String path) {
            return mount + Path.of(path).getFileName();
        }
    }

    @Test
    void whatWasSavedIsThereAfterEachCut() {
        List<UUID> saved = new ArrayList<>();
        long largest = 0;
        for (int cut = 0; cut < CUTS; cut++) {
            String mount = DiskPath.mount(MACHINE, disk);
            try (var store = LocalStore.open(
                    Path.of("profile"), null, OpenStore.ORGANISATION, OpenStore::id, new Mounted(mount))) {
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
        assertTrue(largest < 10_000_000, "no space was used again: " + largest);
    }

    @Test
    void whatWasWrittenIsThereBeforeWhatIsWrittenNext() throws Exception {
        for (byte life = 1; life < 20; life++) {
            var file = FilePath.get(OrderedPath.of(DiskPath.mount(MACHINE, disk) + "file.mv.db"));
            try (var channel = file.open("rw")) {
                channel.write(block(life), FIRST);
                channel.write(block(-life), FIRST + BLOCK);
                assertEquals(life, firstOf(file));
                disk.crash(random);
            }
            assertEquals(life, firstOf(FilePath.get(DiskPath.mount(MACHINE, disk) + "file.mv.db")));
        }
    }

    private static ByteBuffer block(int value) {
        var bytes = new byte[BLOCK];
        Arrays.fill(bytes, (byte) value);
        return ByteBuffer.wrap(bytes);
    }

    private static byte firstOf(FilePath file) throws IOException {
        var found = ByteBuffer.allocate(1);
        try (var channel = file.open("r")) {
            channel.read(found, FIRST);
        }
        return found.get(0);
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
