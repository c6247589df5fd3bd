package vn.sipas.core.survey;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.sipas.core.LocalizedText;

/**
 * The levels of a rating question, from the least to the most favourable, and which of them count as satisfied.
 *
 * <p>The favourable set is declared, never derived from "4 and above": the forms in use mix balanced 5-level scales,
 * 3-level scales, yes/no items and a 4-level scale with three levels from neutral up and one negative. An item on which
 * "yes" is the bad answer lists "yes" first, with the lowest value, so that a higher value is better on every scale.
 *
 * @param id the name of the scale
 * @param levels 2 to 32 levels with strictly increasing values, unique codes, and at least one favourable and one other
 *     level; favour never falls from one level to the next
 */
public record RatingScale(String id, List<ScaleLevel> levels) {

    /** The greatest number of levels a scale can have. */
    public static final int MAX_LEVELS = 32;

    public RatingScale {
        Codes.checked("id", id);
        levels = List.copyOf(levels);
        if (levels.size() < 2 || levels.size() > MAX_LEVELS) {
            throw new IllegalArgumentException("levels must number 2 to " + MAX_LEVELS + ", were " + levels.size());
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < levels.size(); i++) {
            ScaleLevel level = levels.get(i);
            if (!codes.add(level.code())) {
                throw new IllegalArgumentException("level codes must be unique, \"" + level.code() + "\" repeats");
            }
            if (i > 0 && level.value() <= levels.get(i - 1).value()) {
                throw new IllegalArgumentException("level values must increase, " + level.value() + " follows "
                        + levels.get(i - 1).value());
            }
            if (i > 0 && level.favour().compareTo(levels.get(i - 1).favour()) > 0) {
                throw new IllegalArgumentException(
                        "levels must run from the least to the most favourable, \"" + level.code() + "\" does not");
            }
        }
        if (levels.get(levels.size() - 1).favour() != Favour.FAVOURABLE
                || levels.get(0).favour() == Favour.FAVOURABLE) {
            throw new IllegalArgumentException("levels must have at least one favourable and one other level");
        }
    }

    /**
     * Makes a scale.
     *
     * @param id the name of the scale
     * @param levels the levels from the least to the most favourable
     * @return the scale
     */
    public static RatingScale of(String id, ScaleLevel... levels) {
        return new RatingScale(id, List.of(levels));
    }

    /**
     * The balanced five-level scale of SIPAS (Rất không hài lòng … Rất hài lòng), values 1 to 5, the upper two
     * favourable.
     *
     * @return the scale {@code likert5}
     */
    public static RatingScale likert5() {
        return of(
                "likert5",
                ScaleLevel.of(1, LocalizedText.of("Rất không hài lòng", "Very dissatisfied"), Favour.UNFAVOURABLE),
                ScaleLevel.of(2, LocalizedText.of("Không hài lòng", "Dissatisfied"), Favour.UNFAVOURABLE),
                ScaleLevel.of(3, LocalizedText.of("Bình thường", "Neutral"), Favour.NEUTRAL),
                ScaleLevel.of(4, LocalizedText.of("Hài lòng", "Satisfied"), Favour.FAVOURABLE),
                ScaleLevel.of(5, LocalizedText.of("Rất hài lòng", "Very satisfied"), Favour.FAVOURABLE));
    }

    /**
     * The unbalanced four-level scale of an earlier Bắc Giang form: one negative level, a neutral one, two favourable.
     *
     * @return the scale {@code likert4}, values 1 to 4
     */
    public static RatingScale likert4() {
        return of(
                "likert4",
                ScaleLevel.of(1, LocalizedText.of("Không hài lòng", "Dissatisfied"), Favour.UNFAVOURABLE),
                ScaleLevel.of(2, LocalizedText.of("Bình thường", "Neutral"), Favour.NEUTRAL),
                ScaleLevel.of(3, LocalizedText.of("Hài lòng", "Satisfied"), Favour.FAVOURABLE),
                ScaleLevel.of(4, LocalizedText.of("Rất hài lòng", "Very satisfied"), Favour.FAVOURABLE));
    }

    /**
     * Three faces of a button terminal, the happy one favourable. The labels of the machines in use are not published;
     * these are this library's.
     *
     * @return the scale {@code smiley3}, values 1 to 3
     */
    public static RatingScale smiley3() {
        return of(
                "smiley3",
                ScaleLevel.of(1, LocalizedText.of("Không hài lòng", "Dissatisfied"), Favour.UNFAVOURABLE),
                ScaleLevel.of(2, LocalizedText.of("Bình thường", "Neutral"), Favour.NEUTRAL),
                ScaleLevel.of(3, LocalizedText.of("Hài lòng", "Satisfied"), Favour.FAVOURABLE));
    }

    /**
     * Five stars of a counter tablet; four and five count as satisfied, as the queue systems treat them.
     *
     * @return the scale {@code stars5}, values 1 to 5
     */
    public static RatingScale stars5() {
        return of(
                "stars5",
                ScaleLevel.of(1, LocalizedText.of("Kém", "Poor"), Favour.UNFAVOURABLE),
                ScaleLevel.of(2, LocalizedText.of("Trung bình", "Fair"), Favour.UNFAVOURABLE),
                ScaleLevel.of(3, LocalizedText.of("Khá", "Acceptable"), Favour.NEUTRAL),
                ScaleLevel.of(4, LocalizedText.of("Tốt", "Good"), Favour.FAVOURABLE),
                ScaleLevel.of(5, LocalizedText.of("Rất tốt", "Very good"), Favour.FAVOURABLE));
    }

    /**
     * No and yes, yes being the favourable answer.
     *
     * @return the scale {@code yesno}, values 0 and 1
     */
    public static RatingScale yesNo() {
        return of(
                "yesno",
                ScaleLevel.of(0, LocalizedText.of("Không", "No"), Favour.UNFAVOURABLE),
                ScaleLevel.of(1, LocalizedText.of("Có", "Yes"), Favour.FAVOURABLE));
    }

    /**
     * Returns the lowest value.
     *
     * @return the value of the first level
     */
    public int minimum() {
        return levels.get(0).value();
    }

    /**
     * Returns the highest value.
     *
     * @return the value of the last level
     */
    public int maximum() {
        return levels.get(levels.size() - 1).value();
    }

    /**
     * Finds the position of a value.
     *
     * @param value the value of a level
     * @return its position in {@link #levels()}, or -1 if the scale has no such level
     */
    public int positionOf(int value) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).value() == value) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Finds the level that a file or form writes with a code.
     *
     * @param code the code
     * @return the level, if there is one
     */
    public Optional<ScaleLevel> levelOf(String code) {
        return levels.stream().filter(level -> level.code().equals(code)).findFirst();
    }

    /**
     * Tells whether a level counts as satisfied.
     *
     * @param position the position in {@link #levels()}
     * @return whether it is favourable
     */
    public boolean isFavourable(int position) {
        return levels.get(position).favour() == Favour.FAVOURABLE;
    }

    /**
     * Returns the number of favourable levels; they are the last ones.
     *
     * @return at least 1 and less than the number of levels
     */
    public int favourableLevels() {
        return (int) levels.stream()
                .filter(level -> level.favour() == Favour.FAVOURABLE)
                .count();
    }

    /**
     * Rescales a value or a mean of values to the closed interval [0, 100]: {@code (value − minimum) ÷ (maximum −
     * minimum) × 100}.
     *
     * @param value a value in the closed interval [minimum, maximum]
     * @return the score
     */
    public double rescaled(double value) {
        return (value - minimum()) / (maximum() - minimum()) * 100.0;
    }
}
