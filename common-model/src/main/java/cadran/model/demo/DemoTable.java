package cadran.model.demo;

/** What rows and other draws are made of; each has its own stream of randomness, whatever is added between them later. */
enum DemoTable {
    CLOUD(1),
    CUSTOMER(2),
    GROUP(3),
    CAMPAIGN(4),
    NUMBER(5),
    TOWN(6),
    BLOCK(7),
    RANGE(8),
    ASSIGNMENT(9);

    final int stream;

    DemoTable(int stream) {
        this.stream = stream;
    }
}
