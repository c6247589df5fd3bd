package vn.sipas.core.survey;

/** Whether a respondent who is asked a question is expected to answer it. */
public enum Requirement {
    /** An answer is expected; leaving it out counts against the ballot. */
    REQUIRED,
    /** The question may be left blank. */
    OPTIONAL
}
