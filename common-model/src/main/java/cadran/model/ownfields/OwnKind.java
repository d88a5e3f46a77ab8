package cadran.model.ownfields;

/** What an own field may hold. */
public enum OwnKind {
    TEXT("textValue"),
    NUMBER("numberValue"),
    DATE("dateValue"),
    /** One of the texts that its definition lists. */
    CHOICE("textValue");

    private final String field;

    OwnKind(String field) {
        this.field = field;
    }

    /** Where a value of this kind stands in an {@link OwnValue}. */
    public String field() {
        return field;
    }
}
