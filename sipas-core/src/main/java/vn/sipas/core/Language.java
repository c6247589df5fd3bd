package vn.sipas.core;

/** The two languages in which every text for citizens and officials exists. */
public enum Language {
    /** Vietnamese (tiếng Việt). */
    VI("vi"),
    /** English. */
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /**
     * Returns the BCP 47 language tag.
     *
     * @return {@code "vi"} or {@code "en"}
     */
    public String tag() {
        return tag;
    }

    /**
     * Finds the language of a BCP 47 tag.
     *
     * @param tag a tag such as {@code "vi"} or {@code "en"}, in lower case
     * @return the language
     * @throws IllegalArgumentException if the tag is neither {@code "vi"} nor {@code "en"}
     */
    public static Language ofTag(String tag) {
        for (Language language : values()) {
            if (language.tag.equals(tag)) {
                return language;
            }
        }
        throw new IllegalArgumentException("tag must be \"vi\" or \"en\", was \"" + tag + "\"");
    }
}
