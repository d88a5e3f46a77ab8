package cadran.desktop.dashboard;

import cadran.model.numbers.DidStatus;

/** Where a number stands as its users see it: one that rests is not to be had. In the order of their interest. */
enum Stand {
    FREE("status-available", "code.did.status.available"),
    RESTING("occupancy-resting", "home.resting"),
    ASSIGNED("status-assigned", "code.did.status.assigned"),
    IN_USE("status-in-use", "code.did.status.in_use"),
    ORDERED("status-ordered", "code.did.status.ordered"),
    TERMINATED("status-terminated", "code.did.status.terminated");

    private final String role;
    private final String wordKey;

    /** @param role style class that gives it its colour */
    Stand(String role, String wordKey) {
        this.role = role;
        this.wordKey = wordKey;
    }

    String role() {
        return role;
    }

    String wordKey() {
        return wordKey;
    }

    /** Of a number that does not rest. */
    static Stand of(DidStatus status) {
        return switch (status) {
            case AVAILABLE -> FREE;
            case ASSIGNED -> ASSIGNED;
            case IN_USE -> IN_USE;
            case ORDERED -> ORDERED;
            case TERMINATED -> TERMINATED;
        };
    }

    String line(Lines lines) {
        return switch (this) {
            case FREE -> lines.free();
            case RESTING -> lines.status(DidStatus.AVAILABLE) + " " + lines.resting(true);
            case ASSIGNED -> lines.status(DidStatus.ASSIGNED);
            case IN_USE -> lines.status(DidStatus.IN_USE);
            case ORDERED -> lines.status(DidStatus.ORDERED);
            case TERMINATED -> lines.status(DidStatus.TERMINATED);
        };
    }
}
