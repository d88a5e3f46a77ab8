package cadran.model.catalog;

import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the tables that everything else points to. Every new organisation gets those of {@link #fresh} and may
 * edit them, so their French names are data and not texts of the interface. Codes are those that users know from the
 * database they come from.
 */
public record ReferenceValues(
        List<DialingCode> dialingCodes,
        List<Region> regions,
        List<Carrier> carriers,
        List<NumberType> numberTypes,
        List<Equipment> equipment) {

    private static final BigDecimal REST_DAYS = BigDecimal.valueOf(30);

    /** What the French regulator's numbering rules give who gave a number back. */
    private static final BigDecimal RECOVERABLE_DAYS = BigDecimal.valueOf(40);

    private static final Set<String> UNDER_FRENCH_RULES = Set.of("FR", "GP", "MQ", "GF", "RE", "YT", "PM", "MF", "BL");

    /** What an organisation has, out of all its rows or only those of these tables. */
    public static ReferenceValues of(Collection<Row> rows) {
        return new ReferenceValues(
                read(DialingCode.TYPE, rows),
                read(Region.TYPE, rows),
                read(Carrier.TYPE, rows),
                read(NumberType.TYPE, rows),
                read(Equipment.TYPE, rows));
    }

    public static ReferenceValues fresh(Supplier<UUID> ids) {
        var codes = dialingCodes(ids);
        return new ReferenceValues(
                codes, regions(ids, codes.getFirst().id()), carriers(ids), numberTypes(ids), equipment(ids));
    }

    /** What is referred to stands before what refers to it. */
    public List<Row> rows(UUID audience) {
        return Stream.of(
                        dialingCodes.stream().map(code -> DialingCode.TYPE.row(code, audience)),
                        regions.stream().map(region -> Region.TYPE.row(region, audience)),
                        carriers.stream().map(carrier -> Carrier.TYPE.row(carrier, audience)),
                        numberTypes.stream().map(type -> NumberType.TYPE.row(type, audience)),
                        equipment.stream().map(machine -> Equipment.TYPE.row(machine, audience)))
                .flatMap(rows -> rows)
                .toList();
    }

    /** France first: it is the one that regions belong to and the one a form proposes. */
    private static List<DialingCode> dialingCodes(Supplier<UUID> ids) {
        return Stream.of(
                        "FR +33 France",
                        "GP +590 Guadeloupe",
                        "MQ +596 Martinique",
                        "GF +594 Guyane",
                        "RE +262 La Réunion",
                        "YT +262 Mayotte",
                        "PM +508 Saint-Pierre-et-Miquelon",
                        "MF +590 Saint-Martin",
                        "BL +590 Saint-Barthélemy",
                        "NC +687 Nouvelle-Calédonie",
                        "PF +689 Polynésie française",
                        "WF +681 Wallis-et-Futuna",
                        "BE +32 Belgique",
                        "CH +41 Suisse",
                        "LU +352 Luxembourg",
                        "DE +49 Allemagne",
                        "ES +34 Espagne",
                        "IT +39 Italie",
                        "GB +44 Royaume-Uni",
                        "NL +31 Pays-Bas",
                        "PT +351 Portugal",
                        "CA +1 Canada",
                        "US +1 États-Unis")
                .map(line -> line.split(" ", 3))
                .map(cells -> new DialingCode(ids.get(), cells[0], cells[1], cells[2], true, recoverableDays(cells[0])))
                .toList();
    }

    private static @Nullable BigDecimal recoverableDays(String code) {
        return UNDER_FRENCH_RULES.contains(code) ? RECOVERABLE_DAYS : null;
    }

    private static List<Region> regions(Supplier<UUID> ids, UUID france) {
        return Stream.of(
                        "IDF 01 Île-de-France",
                        "NOR 02 Nord-Ouest",
                        "NES 03 Nord-Est",
                        "SES 04 Sud-Est",
                        "SOU 05 Sud-Ouest",
                        "MOB 06 Mobile (06)",
                        "MOB2 07 Mobile (07)",
                        "NPV 09 Non géographique")
                .map(line -> line.split(" ", 3))
                .map(cells -> new Region(ids.get(), france, cells[0], cells[2], cells[1], true))
                .toList();
    }

    private static List<Carrier> carriers(Supplier<UUID> ids) {
        return List.of(
                carrier(ids, "BOUYGUES", "Bouygues Telecom", CarrierKind.TRADITIONAL, null),
                carrier(ids, "ORANGE", "Orange", CarrierKind.TRADITIONAL, "FRTE"),
                carrier(ids, "SFR", "SFR", CarrierKind.TRADITIONAL, null),
                carrier(ids, "TELNYX", "Telnyx", CarrierKind.VOIP, "TEIR"),
                carrier(ids, "TWILIO", "Twilio", CarrierKind.VOIP, "TWIL"),
                carrier(ids, "OVH", "OVHcloud", CarrierKind.VOIP, null),
                carrier(ids, "KEYYO", "Keyyo", CarrierKind.VOIP, null),
                carrier(ids, "AIRCALL", "Aircall", CarrierKind.VOIP, null));
    }

    private static Carrier carrier(
            Supplier<UUID> ids, String code, String name, CarrierKind kind, @Nullable String holderCodes) {
        return new Carrier(ids.get(), code, name, kind, null, holderCodes, true);
    }

    private static List<NumberType> numberTypes(Supplier<UUID> ids) {
        return List.of(
                numberType(
                        ids,
                        "NPV",
                        "Non géographique (09)",
                        "Numéros en 09. Ne pas confondre avec les numéros polyvalents vérifiés de l’Arcep."),
                numberType(ids, "GEO", "Géographique", "Numéros en 01 à 05."),
                numberType(ids, "MOBILE", "Mobile", "Numéros en 06 et 07."),
                numberType(ids, "SURTAXE", "Surtaxé", "Numéros en 081, 082 et 089."),
                numberType(ids, "VERT", "Numéro gratuit", "Numéros en 0800 à 0805, gratuits pour l’appelant."),
                numberType(ids, "INTERNATIONAL", "International", "Numéros d’un autre pays."));
    }

    private static NumberType numberType(Supplier<UUID> ids, String code, String label, String description) {
        return new NumberType(ids.get(), code, label, description, true, REST_DAYS);
    }

    private static List<Equipment> equipment(Supplier<UUID> ids) {
        return List.of(
                machine(ids, "SBC", "SBC", EquipmentKind.SBC),
                machine(ids, "CENTREX", "Centrex Bouygues", EquipmentKind.PBX),
                machine(ids, "T2", "T2", EquipmentKind.TRUNK),
                machine(ids, "ASTRA", "Astra", EquipmentKind.PBX),
                machine(ids, "ASTERISK", "Asterisk", EquipmentKind.PBX),
                machine(ids, "FREESWITCH", "FreeSWITCH", EquipmentKind.SOFTSWITCH));
    }

    private static Equipment machine(Supplier<UUID> ids, String code, String name, EquipmentKind kind) {
        return new Equipment(ids.get(), code, name, kind, null, true);
    }

    private static <T extends Record> List<T> read(EntityType<T> type, Collection<Row> rows) {
        return rows.stream().filter(row -> row.type() == type).map(type::read).toList();
    }
}
