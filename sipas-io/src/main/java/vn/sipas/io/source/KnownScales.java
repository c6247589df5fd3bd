package vn.sipas.io.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.ScaleLevel;

/** The scales of this library, found by id or by the labels that were answered. */
final class KnownScales {

    /** The likeliest first. */
    private static final List<RatingScale> SCALES = List.of(
            RatingScale.likert5(),
            RatingScale.likert4(),
            RatingScale.smiley3(),
            RatingScale.stars5(),
            RatingScale.yesNo());

    /** Other wordings of levels of the scales of satisfaction: folded text to the Vietnamese label of the scale. */
    private static final Map<String, String> WORDINGS = Map.ofEntries(
            Map.entry("neither satisfied nor dissatisfied", "bình thường"),
            Map.entry("neither/nor", "bình thường"),
            Map.entry("neither nor", "bình thường"),
            Map.entry("normal", "bình thường"),
            Map.entry("neutral", "bình thường"),
            Map.entry("trung lập", "bình thường"),
            Map.entry("unsatisfied", "không hài lòng"),
            Map.entry("not satisfied", "không hài lòng"),
            Map.entry("very unsatisfied", "rất không hài lòng"),
            Map.entry("somewhat satisfied", "hài lòng"),
            Map.entry("somewhat dissatisfied", "không hài lòng"),
            Map.entry("hoàn toàn không hài lòng", "rất không hài lòng"),
            Map.entry("hoàn toàn hài lòng", "rất hài lòng"));

    /** The number of a level before or behind its label. */
    private static final Pattern NUMBERING = Pattern.compile(
            "^\\(?\\d{1,2}\\s*[-–.:)=]\\s*|\\s*(?:\\(\\d{1,2}(?: điểm)?\\)|[-–:=]\\s*\\d{1,2}(?: điểm)?)$");

    private static final String SOMEWHAT = "somewhat ";

    private KnownScales() {}

    static Optional<RatingScale> ofId(String id) {
        return SCALES.stream().filter(scale -> scale.id().equals(id)).findFirst();
    }

    /**
     * The scales of satisfaction or quality on which all the values stand but those that are no answers, the likeliest
     * first.
     */
    static List<RatingScale> fitting(Collection<String> seen) {
        List<String> values =
                seen.stream().filter(value -> !NonAnswers.isOne(value)).toList();
        List<RatingScale> fitting = new ArrayList<>();
        for (RatingScale scale : SCALES) {
            Map<String, String> codes = codesByLabel(scale);
            boolean all = !values.isEmpty()
                    && !hasHalfSteps(values)
                    && !scale.id().equals("yesno")
                    && values.stream().allMatch(value -> codeOf(value, codes).isPresent());
            if (all) {
                fitting.add(scale);
            }
        }
        return fitting;
    }

    /** Whether a level and "somewhat" of it are two steps, so that the scale has more of them than ours. */
    private static boolean hasHalfSteps(List<String> values) {
        List<String> folded = values.stream().map(Headings::folded).toList();
        return folded.stream()
                .anyMatch(value -> value.startsWith(SOMEWHAT) && folded.contains(value.substring(SOMEWHAT.length())));
    }

    /**
     * Cell text to the code of the level or of the way of not answering, for values that were seen, and the remaining levels
     * under their labels.
     */
    static Map<String, String> values(RatingScale scale, Collection<String> seen) {
        Map<String, String> codes = codesByLabel(scale);
        Map<String, String> values = new LinkedHashMap<>();
        for (ScaleLevel level : scale.levels()) {
            boolean found = false;
            for (String value : seen) {
                if (codeOf(value, codes).filter(level.code()::equals).isPresent()) {
                    values.put(value, level.code());
                    found = true;
                }
            }
            if (!found) {
                values.put(level.label().vi(), level.code());
            }
        }
        values.putAll(NonAnswers.values(seen));
        return values;
    }

    /** The level that a text names, be it numbered, such as {@code 4 - Hài lòng}, or in two languages with a slash between. */
    private static Optional<String> codeOf(String value, Map<String, String> codes) {
        String folded = Headings.folded(value);
        String known = codes.get(folded);
        if (known != null) {
            return Optional.of(known);
        }
        String bare = NUMBERING.matcher(folded).replaceAll("").strip();
        Set<String> told = new HashSet<>();
        for (String wording : bare.split("\\s*/\\s*", -1)) {
            told.add(codes.getOrDefault(wording, ""));
        }
        return told.size() == 1 ? told.stream().filter(code -> !code.isEmpty()).findFirst() : Optional.empty();
    }

    private static Map<String, String> codesByLabel(RatingScale scale) {
        Map<String, String> codes = new HashMap<>();
        for (ScaleLevel level : scale.levels()) {
            codes.put(Headings.folded(level.label().vi()), level.code());
            codes.put(Headings.folded(level.label().en()), level.code());
        }
        WORDINGS.forEach((wording, label) -> {
            String code = codes.get(label);
            if (code != null) {
                codes.putIfAbsent(wording, code);
            }
        });
        return codes;
    }
}
