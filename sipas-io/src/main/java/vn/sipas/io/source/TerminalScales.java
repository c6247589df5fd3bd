package vn.sipas.io.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.survey.Favour;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.ScaleLevel;

/** The scales of smiley terminals. Values are those that the terminals count from 0. */
final class TerminalScales {

    /** Two happy and two unhappy faces, 0 to 3. */
    static final RatingScale FOUR = RatingScale.of(
            "terminal4",
            ScaleLevel.of(0, LocalizedText.of("Rất không hài lòng", "Very unhappy"), Favour.UNFAVOURABLE),
            ScaleLevel.of(1, LocalizedText.of("Không hài lòng", "Unhappy"), Favour.UNFAVOURABLE),
            ScaleLevel.of(2, LocalizedText.of("Hài lòng", "Happy"), Favour.FAVOURABLE),
            ScaleLevel.of(3, LocalizedText.of("Rất hài lòng", "Very happy"), Favour.FAVOURABLE));

    /** With a neutral face between, 0 to 4. */
    static final RatingScale FIVE = RatingScale.of(
            "terminal5",
            ScaleLevel.of(0, LocalizedText.of("Rất không hài lòng", "Very unhappy"), Favour.UNFAVOURABLE),
            ScaleLevel.of(1, LocalizedText.of("Không hài lòng", "Unhappy"), Favour.UNFAVOURABLE),
            ScaleLevel.of(2, LocalizedText.of("Bình thường", "Neutral"), Favour.NEUTRAL),
            ScaleLevel.of(3, LocalizedText.of("Hài lòng", "Happy"), Favour.FAVOURABLE),
            ScaleLevel.of(4, LocalizedText.of("Rất hài lòng", "Very happy"), Favour.FAVOURABLE));

    /** Would recommend, 0 to 10: promoters from 9, detractors up to 6. */
    static final RatingScale ELEVEN = eleven();

    private TerminalScales() {}

    /**
     * Finds the scale of a survey.
     *
     * @param stated the scale that the file states, if it does
     * @param levels how many counts a row has
     */
    static Optional<RatingScale> of(@Nullable String stated, int levels) {
        switch (stated == null ? "" : stated.toUpperCase(Locale.ROOT)) {
            case "FOUR", "TERMINAL4" -> {
                return Optional.of(FOUR);
            }
            case "FIVE", "FIVE_REVERSED", "TERMINAL5" -> {
                return Optional.of(FIVE);
            }
            case "NPS", "TERMINAL11" -> {
                return Optional.of(ELEVEN);
            }
            default -> {}
        }
        return switch (levels) {
            case 4 -> Optional.of(FOUR);
            case 5 -> Optional.of(FIVE);
            case 11 -> Optional.of(ELEVEN);
            default -> Optional.empty();
        };
    }

    private static RatingScale eleven() {
        List<ScaleLevel> levels = new ArrayList<>();
        for (int value = 0; value <= 10; value++) {
            Favour favour = value >= 9 ? Favour.FAVOURABLE : value >= 7 ? Favour.NEUTRAL : Favour.UNFAVOURABLE;
            levels.add(ScaleLevel.of(value, LocalizedText.same(Integer.toString(value)), favour));
        }
        return new RatingScale("terminal11", levels);
    }
}
