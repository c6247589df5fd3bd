package vn.sipas.core;

/**
 * One kind of problem: a stable code and the sentence that explains it in both languages.
 *
 * <p>Each package that finds problems declares its kinds as an enum that implements this interface. The code never
 * changes once published; programs may branch on it. The texts may contain placeholders such as <code>{field}</code>
 * that are filled from the attributes of the {@link Problem}.
 */
public interface ProblemKind {

    /**
     * Returns the stable code.
     *
     * @return lower-case words joined by dots and hyphens, such as {@code response.answer.outside-scale}
     */
    String code();

    /**
     * Returns what happened and what can be done about it.
     *
     * @return the sentence with placeholders
     */
    LocalizedText text();

    /**
     * Returns how much this kind matters.
     *
     * @return the severity, {@link Severity#ERROR} unless the kind says otherwise
     */
    default Severity severity() {
        return Severity.ERROR;
    }
}
