package cadran.model.demo;

import cadran.model.catalog.Campaign;
import cadran.model.catalog.Channel;
import cadran.model.catalog.Cloud;
import cadran.model.catalog.Customer;
import cadran.model.catalog.CustomerGroup;
import cadran.model.catalog.DialingMode;
import cadran.model.organisations.LuhnChecksum;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The customers, with their groups and campaigns, and the clouds: each row from its index alone. */
final class DemoCustomers {
    static final List<String> CLOUDS = List.of("Paris", "Lyon", "Francfort");

    /** As many as there are names; the million numbers then make some three hundred for each. */
    private static final int MOST = 3_000;

    private static final List<DialingMode> MODES = List.of(DialingMode.values());
    private static final Shares GROUPS = new Shares(2, 1, 4, 1);
    private static final Shares CAMPAIGNS = new Shares(1, 3, 2, 2);

    private final DemoSeed seed;
    private final int count;

    DemoCustomers(DemoSeed seed, int numbers) {
        this.seed = seed;
        this.count = Math.clamp(numbers / 150, 12, MOST);
    }

    int count() {
        return count;
    }

    int groupCount() {
        return GROUPS.first(count);
    }

    int campaignCount() {
        return CAMPAIGNS.first(count);
    }

    Cloud cloud(int index) {
        var place = CLOUDS.get(index);
        var code = place.substring(0, 3).toUpperCase(Locale.ROOT);
        return new Cloud(
                seed.id(DemoTable.CLOUD, index),
                "CLOUD-" + code,
                "Cloud " + place,
                "sip:" + ascii(place) + ".cloud.example",
                true);
    }

    Customer customer(int index) {
        var random = seed.random(DemoTable.CUSTOMER, index);
        var name = name(index);
        var first = random.oneOf(DemoWords.FIRST_NAMES);
        var last = random.oneOf(DemoWords.LAST_NAMES);
        return new Customer(
                seed.id(DemoTable.CUSTOMER, index),
                "CLI" + padded(index + 1, 5),
                name,
                siret(index),
                random.between(1, 120) + " " + random.oneOf(DemoWords.STREETS) + ", " + town(index),
                first + " " + last,
                ascii(first) + "." + ascii(last) + "@" + ascii(name) + ".example",
                "01 99 00 " + random.digits(2) + " " + random.digits(2),
                random.in100(95));
    }

    CustomerGroup group(int index) {
        int customer = GROUPS.ownerOf(index);
        int number = index - GROUPS.first(customer);
        var site = DemoWords.SITES.get((customer + number) % DemoWords.SITES.size());
        return new CustomerGroup(
                seed.id(DemoTable.GROUP, index),
                seed.id(DemoTable.CUSTOMER, customer),
                "G" + padded(number + 1, 2) + "-" + ascii(site).toUpperCase(Locale.ROOT),
                site + " – " + town(customer + number).substring(6),
                null,
                true);
    }

    Campaign campaign(int index) {
        var random = seed.random(DemoTable.CAMPAIGN, index);
        int customer = CAMPAIGNS.ownerOf(index);
        int number = index - CAMPAIGNS.first(customer);
        int year = seed.today().getYear() - random.below(3);
        return new Campaign(
                seed.id(DemoTable.CAMPAIGN, index),
                seed.id(DemoTable.CUSTOMER, customer),
                year + "-" + padded(number + 1, 2),
                DemoWords.CAMPAIGNS.get((customer + number) % DemoWords.CAMPAIGNS.size()) + " " + year,
                random.in100(30)
                        ? "Appels " + (random.in100(50) ? "entrants" : "sortants") + " pour " + name(customer)
                        : null,
                random.in100(60) ? padded(1_000 + index, 6) : null,
                random.in100(80) ? random.oneOf(MODES) : null,
                random.in100(85) ? Channel.VOICE : Channel.SMS,
                random.in100(85));
    }

    UUID id(int customer) {
        return seed.id(DemoTable.CUSTOMER, customer);
    }

    @Nullable
    UUID groupOf(int customer, DemoRandom random) {
        int chosen = random.below(GROUPS.count(customer) + 1);
        return chosen == 0 ? null : seed.id(DemoTable.GROUP, GROUPS.first(customer) + chosen - 1);
    }

    Campaign campaignOf(int customer, DemoRandom random) {
        return campaign(CAMPAIGNS.first(customer) + random.below(CAMPAIGNS.count(customer)));
    }

    String town(int customer) {
        return seed.random(DemoTable.TOWN, customer).oneOf(DemoWords.TOWNS);
    }

    private static String name(int index) {
        int trade = index % DemoWords.TRADES.size();
        int name = (index / DemoWords.TRADES.size() + 7 * trade) % DemoWords.NAMES.size();
        return DemoWords.TRADES.get(trade) + " " + DemoWords.NAMES.get(name);
    }

    /** INSEE gives no SIREN that begins with 0, so these belong to nobody although their check digits are right. */
    private static String siret(int index) {
        return LuhnChecksum.completed(LuhnChecksum.completed("0990" + padded(index, 4)) + "0001");
    }

    private static String padded(int number, int length) {
        var digits = Integer.toString(number);
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }

    private static String ascii(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }
}
