package cadran.desktop.simulation;

import java.util.random.RandomGenerator;

/** How big and how rough one world is; the seed chooses. */
record Settings(
        int clients,
        int nodes,
        int actions,
        int faults,
        int pageSize,
        int lostPercent,
        int duplicatedPercent,
        int delayedPercent,
        int damagedPercent) {
    static Settings chosenBy(RandomGenerator random) {
        boolean rough = random.nextInt(4) > 0;
        return new Settings(
                2 + random.nextInt(7),
                1 + random.nextInt(3),
                100 + random.nextInt(301),
                20 + random.nextInt(41),
                1 + random.nextInt(20),
                rough ? random.nextInt(25) : 0,
                rough ? random.nextInt(20) : 0,
                random.nextInt(50),
                rough ? random.nextInt(8) : 0);
    }
}
