package vn.sipas.io.source;

import java.util.ArrayList;
import java.util.List;
import vn.sipas.core.LocalizedText;

/** Adds up what speaks for a tool. */
final class RecognitionBuilder {

    private final SurveyTool tool;
    private final List<LocalizedText> reasons = new ArrayList<>();
    private int confidence;

    RecognitionBuilder(SurveyTool tool) {
        this.tool = tool;
    }

    /** Adds a piece of evidence if it is there. */
    RecognitionBuilder add(boolean there, int weight, String vi, String en) {
        if (there) {
            confidence += weight;
            reasons.add(LocalizedText.of(vi, en));
        }
        return this;
    }

    Recognition build() {
        return confidence <= 0
                ? Recognition.none(tool)
                : new Recognition(tool, Math.min(confidence, Recognition.CERTAIN), reasons);
    }
}
