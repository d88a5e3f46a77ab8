package cadran.desktop.samples;

/** A row that looks like a number, for pictures and tests of the kit. */
public record Sample(int index, String number, String status, String customer, String price) {
    static Sample of(int index) {
        var digits = "%08d".formatted(44_000_000 + index);
        var number = "01";
        for (int i = 0; i < 8; i += 2) {
            number += " " + digits.substring(i, i + 2);
        }
        var statuses = new String[] {"available", "assigned", "in-use", "ordered", "terminated"};
        var customers = new String[] {"Alpha Énergie", "Bêta Assurances", "Clinique des Tilleuls", "Delta & Fils"};
        return new Sample(index, number, statuses[index * 7 % 5], customers[index % 4], "1.20");
    }

    public Sample withCustomer(String changed) {
        return new Sample(index, number, status, changed, price);
    }

    public Sample withPrice(String changed) {
        return new Sample(index, number, status, customer, changed);
    }
}
