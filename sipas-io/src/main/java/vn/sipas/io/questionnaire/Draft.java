package vn.sipas.io.questionnaire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.survey.Condition;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.RoutingRule;
import vn.sipas.core.survey.Section;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;

/** A survey while it is being put together from someone else's questionnaire; what does not fit becomes a problem. */
final class Draft {

    private static final Pattern CODE = Pattern.compile(Question.CODE_FORM);

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, RatingScale> scales = new LinkedHashMap<>();
    private final List<DraftSection> sections = new ArrayList<>();
    private final List<RoutingRule> routing = new ArrayList<>();
    private final Set<String> sectionCodes = new HashSet<>();
    private int oneLanguage;

    /** A section whose questions are still being added. */
    private record DraftSection(String code, LocalizedText title, List<Question> questions) {}

    void problem(QuestionnaireProblem kind, Place place, Object... attributes) {
        problems.add(Problem.of(kind, place, attributes));
    }

    /** Starts a section; its code gets a number if it is taken. */
    void section(String wanted, LocalizedText title) {
        String base = CODE.matcher(wanted).matches() ? wanted : "section";
        String code = base;
        for (int i = 2; !sectionCodes.add(code); i++) {
            String suffix = "-" + i;
            code = base.substring(0, Math.min(base.length(), 64 - suffix.length())) + suffix;
        }
        sections.add(new DraftSection(code, title, new ArrayList<>()));
    }

    boolean hasSection() {
        return !sections.isEmpty();
    }

    /** Whether a code can be given to another question. */
    boolean isFree(String code) {
        return CODE.matcher(code).matches() && !questions.containsKey(code);
    }

    static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }

    void add(Question question) {
        questions.put(question.code(), question);
        sections.get(sections.size() - 1).questions().add(question);
        if (question instanceof RatingQuestion rating) {
            scales.putIfAbsent(rating.scale().id(), rating.scale());
        }
    }

    /** The scale under its name, or under another one if a different scale has that name. */
    RatingScale named(RatingScale scale) {
        RatingScale named = scale;
        for (int i = 2; scales.containsKey(named.id()) && !named.equals(scales.get(named.id())); i++) {
            String suffix = "-" + i;
            named = new RatingScale(
                    scale.id().substring(0, Math.min(scale.id().length(), 64 - suffix.length())) + suffix,
                    scale.levels());
        }
        return named;
    }

    Function<String, Optional<Question>> known() {
        return code -> Optional.ofNullable(questions.get(code));
    }

    void route(String question, Condition condition) {
        routing.add(new RoutingRule(question, condition));
    }

    /** A text in both languages; one stands for the other where it is missing, the code where both are. */
    LocalizedText text(String vi, String en, String code) {
        if (vi.isBlank() != en.isBlank()) {
            oneLanguage++;
        }
        String first = vi.isBlank() ? (en.isBlank() ? code : en) : vi;
        String second = en.isBlank() ? first : en;
        return LocalizedText.of(first.strip(), second.strip());
    }

    Checked<Survey> survey(SurveyKey key, LocalizedText title, Place place) {
        if (oneLanguage > 0) {
            problem(QuestionnaireProblem.ONE_LANGUAGE, place, "count", oneLanguage);
        }
        List<Section> filled = sections.stream()
                .filter(section -> !section.questions().isEmpty())
                .map(section -> new Section(section.code(), section.title(), section.questions()))
                .toList();
        if (filled.isEmpty()) {
            problem(QuestionnaireProblem.NO_QUESTION, place);
            return Checked.refused(problems);
        }
        return Checked.of(Survey.of(key, title, filled, routing), problems);
    }
}
