package cadran.model.numbers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/**
 * What libphonenumber thinks. Its metadata follows the regulators with months of delay (it called newly allotted
 * overseas blocks invalid), so it may raise a doubt and lay out foreign numbers, and never refuses one.
 */
final class SecondOpinion {
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    private SecondOpinion() {}

    /** Also when it would write the number differently: it quietly drops a trunk prefix, which then is not our number. */
    static boolean doubts(String e164) {
        return read(e164)
                .filter(LIBRARY::isValidNumber)
                .filter(number -> LIBRARY.format(number, PhoneNumberFormat.E164).equals(e164))
                .isEmpty();
    }

    /** ISO code, of a doubtful number too where its calling code has only one; none for services that belong to no territory. */
    static Optional<String> territory(E164 number) {
        return read(number.value())
                .map(LIBRARY::getRegionCodeForNumber)
                .filter(region -> !region.equals(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY));
    }

    /** The digits dialled before a national number, such as 0 in Belgium; empty where there are none or they belong to the number. */
    static String trunkPrefix(String callingCode) {
        var region = LIBRARY.getRegionCodeForCountryCode(Integer.parseInt(callingCode));
        var prefix = LIBRARY.getNddPrefixForRegion(region, true);
        return prefix == null ? "" : prefix;
    }

    static String international(E164 number) {
        return read(number.value())
                .map(found -> LIBRARY.format(found, PhoneNumberFormat.INTERNATIONAL))
                .orElse(number.value());
    }

    /** As it is dialled in its own country, such as 020 7946 0123. */
    static String national(E164 number) {
        return read(number.value())
                .map(found -> LIBRARY.format(found, PhoneNumberFormat.NATIONAL))
                .orElseGet(number::national);
    }

    private static Optional<PhoneNumber> read(String e164) {
        try {
            return Optional.of(LIBRARY.parse(e164, null));
        } catch (NumberParseException unknownToTheLibrary) {
            return Optional.empty();
        }
    }
}
