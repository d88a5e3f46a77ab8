package cadran.desktop.simulation;

/** The promises, checked when everybody is quiet. */
final class Invariants {
    private final World world;

    Invariants(World world) {
        this.world = world;
    }

    void check() {
        for (var organisation : world.organisations()) {
            var history = History.of(world, organisation);
            new FeedChecks(world, organisation).check();
            new HistoryChecks(history).check();
            new PromiseChecks(world, organisation, history).check();
        }
        for (var client : world.clients()) {
            world.spotChecks().noForeignRow(client);
            world.spotChecks().nothingSavedIsGone(client);
            new ClientChecks(world, client).check();
        }
    }
}
