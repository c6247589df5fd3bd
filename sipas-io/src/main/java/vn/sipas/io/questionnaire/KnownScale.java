package vn.sipas.io.questionnaire;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.sipas.core.survey.Choice;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.ScaleLevel;

/** Recognises lists of options that are one of the scales of satisfaction in use, by their labels in either language. */
final class KnownScale {

    private static final List<RatingScale> SCALES =
            List.of(RatingScale.likert5(), RatingScale.likert4(), RatingScale.smiley3());

    private static final Map<String, String> OTHER_WORDS = Map.of(
            "neither satisfied nor dissatisfied", "neutral",
            "trung lap", "binh thuong",
            "chap nhan duoc", "binh thuong",
            "unsatisfied", "dissatisfied",
            "very unsatisfied", "very dissatisfied");

    private KnownScale() {}

    /**
     * Finds the scale whose levels the options are, one each, in whatever order.
     *
     * @param id what the scale is called
     * @param choices the options
     * @return the scale with the codes and labels of the options, its levels from the least to the most favourable
     */
    static Optional<RatingScale> of(String id, List<Choice> choices) {
        for (RatingScale scale : SCALES) {
            Optional<RatingScale> found = of(id, choices, scale);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<RatingScale> of(String id, List<Choice> choices, RatingScale scale) {
        if (choices.size() != scale.levels().size()) {
            return Optional.empty();
        }
        Map<String, Choice> byLabel = new HashMap<>();
        for (Choice choice : choices) {
            byLabel.put(plain(choice.label().vi()), choice);
            byLabel.putIfAbsent(plain(choice.label().en()), choice);
        }
        List<ScaleLevel> levels = new ArrayList<>();
        for (ScaleLevel level : scale.levels()) {
            Choice choice = byLabel.get(plain(level.label().vi()));
            choice = choice == null ? byLabel.get(plain(level.label().en())) : choice;
            if (choice == null) {
                return Optional.empty();
            }
            levels.add(new ScaleLevel(level.value(), choice.code(), choice.label(), level.favour()));
        }
        long distinct = levels.stream().map(ScaleLevel::code).distinct().count();
        return distinct == levels.size() ? Optional.of(new RatingScale(id, levels)) : Optional.empty();
    }

    private static String plain(String text) {
        String split = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
        String words = split.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        // Options are often numbered: "5. Rất hài lòng", "Rất hài lòng (5)".
        String bare = words.replaceAll("^\\d+ (?=\\p{L})", "").replaceAll("(?<=\\p{L}) \\d+$", "");
        return OTHER_WORDS.getOrDefault(bare, bare);
    }
}
