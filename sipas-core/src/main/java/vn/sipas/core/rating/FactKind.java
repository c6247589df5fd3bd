package vn.sipas.core.rating;

/** What a fact is, and hence what may be done with it. */
public enum FactKind {
    /** A whole number of cases, at least 0: dossiers, complaints, documents. */
    COUNT("count"),
    /** Any decimal: a score of another office, a sum of points, a percentage from a report. */
    NUMBER("number"),
    /** Yes or no: a document is there, a person was disciplined. */
    YES_NO("yes-no"),
    /** Satisfaction that respondents expressed (tỷ lệ hài lòng): from a survey, with its standard error and base. */
    EXPRESSED_SATISFACTION("expressed-satisfaction"),
    /** Everything that was not complained about (phần bù, Decision 766/QĐ-TTg): silence counts as satisfied. */
    COMPLEMENT_SATISFACTION("complement-satisfaction");

    private final String tag;

    FactKind(String tag) {
        this.tag = tag;
    }

    /**
     * Returns the word that schemes in JSON use.
     *
     * @return lower-case words joined by hyphens
     */
    public String tag() {
        return tag;
    }
}
