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
        int damagedPercent,
        int restoredPercent) {
    /** @param small a fifth of the work, for who has a minute */
    static Settings chosenBy(RandomGenerator random, boolean small) {
        boolean rough = random.nextInt(4) > 0;
        return new Settings(
                2 + random.nextInt(small ? 3 : 7),
                1 + random.nextInt(3),
                small ? 20 + random.nextInt(60) : 100 + random.nextInt(301),
                small ? 8 + random.nextInt(12) : 20 + random.nextInt(41),
                1 + random.nextInt(20),
                rough ? random.nextInt(25) : 0,
                rough ? random.nextInt(20) : 0,
                random.nextInt(50),
                rough ? random.nextInt(8) : 0,
                rough ? random.nextInt(5) : 0);
    }
}
