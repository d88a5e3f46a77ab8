package cadran.desktop.i18n;

import java.util.Locale;

/** The languages of the interface. Region and calendar rules are France's in French, Britain's in English (day before month). */
public enum Language {
    FRENCH("fr", Locale.FRANCE),
    ENGLISH("en", Locale.UK);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    public String code() {
        return code;
    }

    public Locale locale() {
        return locale;
    }

    /** French for everything that isn't English: the users of the product are French first. */
    public static Language ofLocale(Locale locale) {
        return "en".equals(locale.getLanguage()) ? ENGLISH : FRENCH;
    }

    public Language other() {
        return this == FRENCH ? ENGLISH : FRENCH;
    }
}
