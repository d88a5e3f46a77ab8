package cadran.model.numbers;

/**
 * For how many days a number rests: settings of an organisation, because operators and regulators change theirs.
 *
 * @param internal after it was taken from a customer, before it is offered to another; it stays ours
 * @param atCarrier after it was given back, while it can be had again
 */
public record Rests(int internal, int atCarrier) {
    public static final Rests USUAL = new Rests(30, 40);
}
