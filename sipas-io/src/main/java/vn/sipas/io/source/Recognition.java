package vn.sipas.io.source;

import java.util.List;
import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * How much a sample looks like the export of one tool, and why.
 *
 * <p>Adapters keep to this scale: 0, not at all; below {@value #CREDIBLE}, a hint that also fits other tools; from
 * {@value #CREDIBLE} on, columns or marks that other tools do not write; {@value #CERTAIN}, marks that nobody writes by
 * chance, such as the import ids of Qualtrics.
 *
 * @param tool the tool
 * @param confidence in the closed interval [0, 100]
 * @param reasons what speaks for the tool; empty only if the confidence is 0
 */
public record Recognition(SurveyTool tool, int confidence, List<LocalizedText> reasons) {

    /** From here on a tool is taken, if no other comes close. */
    public static final int CREDIBLE = 50;

    /** The greatest confidence. */
    public static final int CERTAIN = 100;

    /** Two credible tools closer to each other than this are not decided between. */
    static final int MARGIN = 15;

    public Recognition {
        Objects.requireNonNull(tool, "tool");
        reasons = List.copyOf(reasons);
        if (confidence < 0 || confidence > CERTAIN) {
            throw new IllegalArgumentException("confidence must be in [0, 100], was " + confidence);
        }
        if (confidence > 0 && reasons.isEmpty()) {
            throw new IllegalArgumentException("reasons must not be empty for a confidence of " + confidence);
        }
    }

    /**
     * Says that a sample does not look like the tool.
     *
     * @param tool the tool
     * @return the recognition, with confidence 0
     */
    public static Recognition none(SurveyTool tool) {
        return new Recognition(tool, 0, List.of());
    }
}
