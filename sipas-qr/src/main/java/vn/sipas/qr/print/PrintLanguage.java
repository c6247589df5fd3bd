package vn.sipas.qr.print;

import java.util.List;
import vn.sipas.core.Language;

/** The languages of a print, the first one larger. */
public enum PrintLanguage {
    /** Vietnamese, and English below it in smaller letters. */
    BOTH(List.of(Language.VI, Language.EN)),
    /** Vietnamese only. */
    VIETNAMESE(List.of(Language.VI)),
    /** English only. */
    ENGLISH(List.of(Language.EN));

    private final List<Language> languages;

    PrintLanguage(List<Language> languages) {
        this.languages = languages;
    }

    /**
     * Returns the languages in their order.
     *
     * @return one or two languages
     */
    public List<Language> languages() {
        return languages;
    }
}
