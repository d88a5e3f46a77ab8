package cadran.desktop.simulation;

import cadran.server.http.Caller;
import cadran.server.http.Exchange;

/** A bug that was put in on purpose, from outside. The default is none. */
interface Plant {
    Plant NONE = new Plant() {};

    default Tamper server() {
        return Tamper.NOTHING;
    }

    default Tamper client() {
        return Tamper.NOTHING;
    }

    /** Disks forget what they were told to force. */
    default boolean forgetsForced() {
        return false;
    }

    /** What arrives in place of a question, and of an answer. */
    default Exchange.Question question(Exchange.Question question) {
        return question;
    }

    default byte[] answer(byte[] body, boolean isPush) {
        return body;
    }

    /** Whom the server takes a request's author for. */
    default Caller caller(Person person, World world) {
        return person.caller();
    }
}
