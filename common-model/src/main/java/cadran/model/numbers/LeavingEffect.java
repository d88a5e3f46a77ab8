package cadran.model.numbers;

/** What becomes of a number when its customer leaves. Neither ends it. */
public enum LeavingEffect {
    /** It is taken from the customer and rests before somebody else gets it. */
    RESTS,
    /** It is the customer's own: it works for nobody any more and waits to be taken to another carrier. */
    AWAITS_PORT_OUT
}
