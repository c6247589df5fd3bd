package vn.sipas.io.questionnaire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.survey.Choice;
import vn.sipas.core.survey.Condition;
import vn.sipas.core.survey.Favour;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.NumberQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Requirement;
import vn.sipas.core.survey.ScaleLevel;
import vn.sipas.core.survey.SingleChoiceQuestion;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;

/** Makes a survey of the tables of a LimeSurvey structure file. */
final class LssReader {

    private static final List<Choice> YES_NO = List.of(Choice.of("Y", "Có", "Yes"), Choice.of("N", "Không", "No"));
    private static final List<Choice> SEX = List.of(Choice.of("F", "Nữ", "Female"), Choice.of("M", "Nam", "Male"));
    private static final List<Choice> YES_UNCERTAIN_NO = List.of(
            Choice.of("Y", "Có", "Yes"), Choice.of("U", "Không chắc", "Uncertain"), Choice.of("N", "Không", "No"));
    private static final List<Choice> MORE_SAME_LESS = List.of(
            Choice.of("I", "Tăng", "Increase"), Choice.of("S", "Như cũ", "Same"), Choice.of("D", "Giảm", "Decrease"));

    private final String source;
    private final LssTables tables;
    private final Draft draft = new Draft();
    private final Map<String, Map<String, String>> texts = new HashMap<>();
    private final Map<String, List<Map<String, String>>> children = new HashMap<>();
    private final Map<String, List<Map<String, String>>> answers = new HashMap<>();
    private final Map<String, Map<String, String>> attributes = new HashMap<>();
    private final Map<String, Expression.Reference> references = new HashMap<>();

    LssReader(String source, LssTables tables) {
        this.source = source;
        this.tables = tables;
        learnTexts("question_l10ns", "q", "qid", "question");
        learnTexts("group_l10ns", "g", "gid", "group_name");
        learnTexts("answer_l10ns", "a", "aid", "answer");
        learnTexts("questions", "q", "qid", "question");
        learnTexts("subquestions", "q", "qid", "question");
        learnTexts("groups", "g", "gid", "group_name");
        for (Map<String, String> row : distinct(tables.table("subquestions"), "qid")) {
            children.computeIfAbsent(cell(row, "parent_qid"), first -> new ArrayList<>())
                    .add(row);
        }
        children.values().forEach(rows -> rows.sort(byNumber("question_order")));
        answers();
        for (Map<String, String> row : tables.table("question_attributes")) {
            if (!cell(row, "value").isEmpty()) {
                attributes
                        .computeIfAbsent(cell(row, "qid"), first -> new HashMap<>())
                        .putIfAbsent(cell(row, "attribute"), cell(row, "value"));
            }
        }
    }

    Checked<Survey> survey(Optional<SurveyKey> wanted) {
        Map<String, String> setting =
                tables.table("surveys").stream().findFirst().orElse(Map.of());
        String sid = cell(setting, "sid");
        SurveyKey key =
                wanted.orElseGet(() -> SurveyKey.of(sid.matches("\\d{1,12}") ? "limesurvey-" + sid : "limesurvey", 1));
        Map<String, String> titles = new HashMap<>();
        tables.table("surveys_languagesettings")
                .forEach(row -> titles.put(cell(row, "surveyls_language"), plain(cell(row, "surveyls_title"))));
        LocalizedText title = text(titles, key.id());
        Map<String, List<Map<String, String>>> byGroup = new HashMap<>();
        for (Map<String, String> row : distinct(tables.table("questions"), "qid")) {
            if (cell(row, "parent_qid").isEmpty() || cell(row, "parent_qid").equals("0")) {
                byGroup.computeIfAbsent(cell(row, "gid"), first -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Map<String, String>> groups = new ArrayList<>(distinct(tables.table("groups"), "gid"));
        groups.sort(byNumber("group_order"));
        for (Map<String, String> group : groups) {
            List<Map<String, String>> questions = byGroup.getOrDefault(cell(group, "gid"), List.of());
            draft.section("g" + cell(group, "gid"), text(texts.get("g" + cell(group, "gid")), "-"));
            Optional<Condition> shown = condition(group, "grelevance", "g" + cell(group, "gid"));
            questions.stream().sorted(byNumber("question_order")).forEach(row -> question(row, shown));
        }
        return draft.survey(key, title, Place.in(source));
    }

    private void question(Map<String, String> row, Optional<Condition> group) {
        String code = cell(row, "title");
        String type = cell(row, "type");
        LocalizedText text = text(texts.get("q" + cell(row, "qid")), code);
        Requirement requirement = cell(row, "mandatory").equals("Y") ? Requirement.REQUIRED : Requirement.OPTIONAL;
        Optional<Condition> own = condition(row, "relevance", code);
        List<Question> made = made(row, type, code, text, requirement);
        for (Question question : made) {
            if (!draft.isFree(question.code())) {
                draft.problem(QuestionnaireProblem.BAD_NAME, place(code), "kind", type);
                continue;
            }
            draft.add(question);
            refer(question);
            List<Condition> parts = new ArrayList<>();
            group.ifPresent(parts::add);
            own.ifPresent(parts::add);
            if (!parts.isEmpty()) {
                draft.route(question.code(), parts.size() == 1 ? parts.get(0) : new Condition.AllOf(parts));
            }
        }
    }

    private List<Question> made(
            Map<String, String> row, String type, String code, LocalizedText text, Requirement requirement) {
        if (!Draft.isCode(code)) {
            draft.problem(QuestionnaireProblem.BAD_NAME, place(code), "kind", type);
            return List.of();
        }
        return switch (type) {
            case "L", "!", "O" -> selection(code, code, text, requirement, options(row, "0"));
            case "5" -> List.of(new RatingQuestion(code, text, requirement, draft.named(points(5))));
            case "Y" -> List.of(new SingleChoiceQuestion(code, text, requirement, YES_NO));
            case "G" -> List.of(new SingleChoiceQuestion(code, text, requirement, SEX));
            case "S", "T", "U" -> List.of(new OpenTextQuestion(code, text, requirement, OpenTextQuestion.MAX_LENGTH));
            case "N" -> number(row, code, text, requirement);
            case "D" -> date(code, text, requirement);
            case "R" -> ranks(row, code, text, requirement);
            case ":" -> cells(row, text, (cell, label) -> number(row, cell, label, requirement));
            case ";" ->
                cells(
                        row,
                        text,
                        (cell, label) ->
                                List.of(new OpenTextQuestion(cell, label, requirement, OpenTextQuestion.MAX_LENGTH)));
            case "M", "P" -> several(row, code, text, requirement);
            case "F", "H" ->
                rows(row, text, (sub, label) -> selection(sub, code, label, requirement, options(row, "0")));
            case "1" -> dual(row, code, text, requirement);
            case "A" ->
                rows(
                        row,
                        text,
                        (sub, label) -> List.of(new RatingQuestion(sub, label, requirement, draft.named(points(5)))));
            case "B" ->
                rows(
                        row,
                        text,
                        (sub, label) -> List.of(new RatingQuestion(sub, label, requirement, draft.named(points(10)))));
            case "C" ->
                rows(
                        row,
                        text,
                        (sub, label) -> List.of(new SingleChoiceQuestion(sub, label, requirement, YES_UNCERTAIN_NO)));
            case "E" ->
                rows(
                        row,
                        text,
                        (sub, label) -> List.of(new SingleChoiceQuestion(sub, label, requirement, MORE_SAME_LESS)));
            case "Q" ->
                rows(
                        row,
                        text,
                        (sub, label) ->
                                List.of(new OpenTextQuestion(sub, label, requirement, OpenTextQuestion.MAX_LENGTH)));
            case "K" -> rows(row, text, (sub, label) -> number(row, sub, label, requirement));
            default -> {
                LssLeftOut why = LssLeftOut.of(type);
                draft.problem(
                        QuestionnaireProblem.QUESTION_LEFT_OUT,
                        place(code),
                        "name",
                        code,
                        "kind",
                        kind(type),
                        "whyVi",
                        why.reason().vi(),
                        "whyEn",
                        why.reason().en());
                yield List.of();
            }
        };
    }

    /** Makes the questions of one row of a grid. */
    @FunctionalInterface
    private interface RowQuestions {
        List<Question> of(String code, LocalizedText label);
    }

    private List<Question> rows(Map<String, String> row, LocalizedText text, RowQuestions each) {
        List<Question> all = new ArrayList<>();
        String code = cell(row, "title");
        for (Map<String, String> sub : children.getOrDefault(cell(row, "qid"), List.of())) {
            if (!cell(sub, "scale_id").isEmpty() && !cell(sub, "scale_id").equals("0")) {
                continue;
            }
            String own = code + "." + cell(sub, "title");
            LocalizedText label = text(texts.get("q" + cell(sub, "qid")), own);
            LocalizedText whole = LocalizedText.of(text.vi() + " – " + label.vi(), text.en() + " – " + label.en());
            if (Draft.isCode(own)) {
                all.addAll(each.of(own, whole));
            } else {
                draft.problem(QuestionnaireProblem.BAD_NAME, place(code), "kind", cell(row, "type"));
            }
        }
        if (all.isEmpty()) {
            draft.problem(QuestionnaireProblem.BAD_CHOICES, place(code), "name", code);
        }
        return all;
    }

    private List<Question> dual(Map<String, String> row, String code, LocalizedText text, Requirement requirement) {
        List<Question> all = new ArrayList<>();
        for (String scale : List.of("0", "1")) {
            String suffix = scale.equals("0") ? ".1" : ".2";
            all.addAll(rows(
                    row,
                    text,
                    (sub, label) -> Draft.isCode(sub + suffix)
                            ? selection(sub + suffix, code + suffix, label, requirement, options(row, scale))
                            : List.of()));
        }
        return all;
    }

    private List<Question> selection(
            String code, String scaleName, LocalizedText text, Requirement requirement, List<Choice> choices) {
        if (choices.size() < 2) {
            draft.problem(QuestionnaireProblem.BAD_CHOICES, place(code), "name", code);
            return List.of();
        }
        Optional<RatingScale> scale = KnownScale.of(scaleName, choices);
        if (scale.isPresent()) {
            draft.problem(QuestionnaireProblem.SCALE_RECOGNISED, place(code), "name", code, "scale", scaleName);
            return List.of(new RatingQuestion(code, text, requirement, draft.named(scale.get())));
        }
        return List.of(new SingleChoiceQuestion(code, text, requirement, choices));
    }

    private List<Question> several(Map<String, String> row, String code, LocalizedText text, Requirement requirement) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        for (Map<String, String> sub : children.getOrDefault(cell(row, "qid"), List.of())) {
            put(choices, cell(sub, "title"), texts.get("q" + cell(sub, "qid")));
        }
        other(row, choices);
        if (choices.size() < 2) {
            draft.problem(QuestionnaireProblem.BAD_CHOICES, place(code), "name", code);
            return List.of();
        }
        List<Choice> all = List.copyOf(choices.values());
        return List.of(new MultipleChoiceQuestion(code, text, requirement, all, all.size()));
    }

    /** The limits stand among the attributes of the question, if it has any. */
    private List<Question> number(Map<String, String> row, String code, LocalizedText text, Requirement requirement) {
        Map<String, String> own = attributes.getOrDefault(cell(row, "qid"), Map.of());
        BigDecimal least = limit(own, "min_num_value_n", "multiflexible_min");
        BigDecimal most = limit(own, "max_num_value_n", "multiflexible_max");
        if (cell(row, "type").equals(":") && cell(own, "multiflexible_checkbox").equals("1")) {
            least = BigDecimal.ZERO;
            most = BigDecimal.ONE;
        }
        if (least == null || most == null || least.compareTo(most) > 0) {
            draft.problem(QuestionnaireProblem.NO_LIMITS, place(code), "name", code);
        }
        boolean crossed = least != null && most != null && least.compareTo(most) > 0;
        return List.of(new NumberQuestion(
                code,
                text,
                requirement,
                least == null || crossed ? XlsFormReader.WIDEST.negate() : least,
                most == null || crossed ? XlsFormReader.WIDEST : most));
    }

    private static @Nullable BigDecimal limit(Map<String, String> attributes, String... names) {
        for (String name : names) {
            String text = cell(attributes, name).strip();
            if (text.matches("-?\\d{1,12}(?:\\.\\d{1,6})?")) {
                return new BigDecimal(text);
            }
        }
        return null;
    }

    private List<Question> date(String code, LocalizedText text, Requirement requirement) {
        draft.problem(QuestionnaireProblem.DATE_AS_TEXT, place(code), "name", code);
        return List.of(new OpenTextQuestion(code, text, requirement, OpenTextQuestion.MAX_LENGTH));
    }

    /** The first place, the second place and so on, each one of the same options. */
    private List<Question> ranks(Map<String, String> row, String code, LocalizedText text, Requirement requirement) {
        List<Choice> choices = options(row, "0");
        String wanted = cell(attributes.getOrDefault(cell(row, "qid"), Map.of()), "max_answers")
                .strip();
        int places =
                wanted.matches("[1-9]\\d{0,2}") ? Math.min(Integer.parseInt(wanted), choices.size()) : choices.size();
        if (choices.size() < 2) {
            draft.problem(QuestionnaireProblem.BAD_CHOICES, place(code), "name", code);
            return List.of();
        }
        draft.problem(QuestionnaireProblem.RANKS, place(code), "name", code, "count", places);
        return IntStream.rangeClosed(1, places)
                .filter(rank -> Draft.isCode(code + "." + rank))
                .mapToObj(rank -> (Question) new SingleChoiceQuestion(
                        code + "." + rank,
                        LocalizedText.of(text.vi() + " – hạng " + rank, text.en() + " – rank " + rank),
                        requirement,
                        choices))
                .toList();
    }

    /** A grid of fields: each row with each column is a question {@code question.row_column}. */
    private List<Question> cells(Map<String, String> row, LocalizedText text, RowQuestions each) {
        List<Map<String, String>> subs = children.getOrDefault(cell(row, "qid"), List.of());
        List<Question> all = new ArrayList<>();
        String code = cell(row, "title");
        for (Map<String, String> across : subs) {
            for (Map<String, String> down : subs) {
                if (cell(across, "scale_id").equals("1")
                        || !cell(down, "scale_id").equals("1")) {
                    continue;
                }
                String own = code + "." + cell(across, "title") + "_" + cell(down, "title");
                LocalizedText first = text(texts.get("q" + cell(across, "qid")), cell(across, "title"));
                LocalizedText second = text(texts.get("q" + cell(down, "qid")), cell(down, "title"));
                if (Draft.isCode(own)) {
                    all.addAll(each.of(
                            own,
                            LocalizedText.of(
                                    text.vi() + " – " + first.vi() + " – " + second.vi(),
                                    text.en() + " – " + first.en() + " – " + second.en())));
                } else {
                    draft.problem(QuestionnaireProblem.BAD_NAME, place(code), "kind", cell(row, "type"));
                }
            }
        }
        if (all.isEmpty()) {
            draft.problem(QuestionnaireProblem.BAD_CHOICES, place(code), "name", code);
        }
        return all;
    }

    private List<Choice> options(Map<String, String> row, String scale) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        for (Map<String, String> answer : answers.getOrDefault(cell(row, "qid"), List.of())) {
            String of = cell(answer, "scale_id").isEmpty() ? "0" : cell(answer, "scale_id");
            if (of.equals(scale)) {
                String key = cell(answer, "qid") + "/" + of + "/" + cell(answer, "code");
                Map<String, String> labels = texts.get("a" + cell(answer, "aid"));
                put(choices, cell(answer, "code"), labels == null ? texts.get("a" + key) : labels);
            }
        }
        other(row, choices);
        return List.copyOf(choices.values());
    }

    private void other(Map<String, String> row, Map<String, Choice> choices) {
        if (cell(row, "other").equals("Y")
                && choices.putIfAbsent("other", Choice.of("other", "Khác", "Other")) == null) {
            draft.problem(QuestionnaireProblem.OTHER_OPTION, place(cell(row, "title")), "name", cell(row, "title"));
        }
    }

    private void put(Map<String, Choice> choices, String code, @Nullable Map<String, String> labels) {
        if (Draft.isCode(code)) {
            choices.putIfAbsent(code, new Choice(code, text(labels, code)));
        }
    }

    /** How conditions name a question: its code, with the options of several behind an underscore. */
    private void refer(Question question) {
        references.put(question.code(), new Expression.Reference(question, Optional.empty()));
        references.put(question.code().replace('.', '_'), new Expression.Reference(question, Optional.empty()));
        if (question instanceof MultipleChoiceQuestion several) {
            several.choices()
                    .forEach(choice -> references.put(
                            question.code() + "_" + choice.code(),
                            new Expression.Reference(question, Optional.of(choice.code()))));
        }
    }

    private Optional<Condition> condition(Map<String, String> row, String field, String name) {
        String relevance = cell(row, field).strip();
        if (relevance.isEmpty() || relevance.equals("1")) {
            return Optional.empty();
        }
        Optional<Condition> condition =
                Expression.read(relevance, reference -> Optional.ofNullable(references.get(reference)));
        if (condition.isEmpty()) {
            draft.problem(QuestionnaireProblem.CONDITION_NOT_EXPRESSIBLE, place(name), "name", name);
        }
        return condition;
    }

    private void learnTexts(String table, String prefix, String id, String field) {
        for (Map<String, String> row : tables.table(table)) {
            if (!cell(row, field).isEmpty()) {
                texts.computeIfAbsent(prefix + cell(row, id), first -> new HashMap<>())
                        .putIfAbsent(cell(row, "language"), plain(cell(row, field)));
            }
        }
    }

    private void answers() {
        for (Map<String, String> row : tables.table("answers")) {
            String scale = cell(row, "scale_id").isEmpty() ? "0" : cell(row, "scale_id");
            String key = cell(row, "qid") + "/" + scale + "/" + cell(row, "code");
            if (!cell(row, "answer").isEmpty()) {
                texts.computeIfAbsent("a" + key, first -> new HashMap<>())
                        .putIfAbsent(cell(row, "language"), plain(cell(row, "answer")));
            }
            List<Map<String, String>> of = answers.computeIfAbsent(cell(row, "qid"), first -> new ArrayList<>());
            boolean known = of.stream()
                    .anyMatch(other -> cell(other, "code").equals(cell(row, "code"))
                            && cell(other, "scale_id").equals(cell(row, "scale_id")));
            if (!known) {
                of.add(row);
            }
        }
        answers.values().forEach(rows -> rows.sort(byNumber("sortorder")));
    }

    private LocalizedText text(@Nullable Map<String, String> byLanguage, String code) {
        if (byLanguage == null) {
            return LocalizedText.same(code);
        }
        String vi = byLanguage.getOrDefault("vi", "");
        String en = byLanguage.entrySet().stream()
                .filter(entry -> entry.getKey().equals("en") || entry.getKey().startsWith("en-"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        if (vi.isBlank() && en.isBlank()) {
            vi = byLanguage.values().stream()
                    .filter(value -> !value.isBlank())
                    .sorted()
                    .findFirst()
                    .orElse("");
        }
        return draft.text(vi, en, code);
    }

    /** Points from 1 on without labels; the upper two of five and the upper four of ten count as satisfied. */
    private static RatingScale points(int most) {
        List<ScaleLevel> levels = IntStream.rangeClosed(1, most)
                .mapToObj(value -> ScaleLevel.of(
                        value,
                        LocalizedText.same(Integer.toString(value)),
                        value * 5 > most * 3
                                ? Favour.FAVOURABLE
                                : value * 2 > most ? Favour.NEUTRAL : Favour.UNFAVOURABLE))
                .toList();
        return new RatingScale("points" + most, levels);
    }

    private static Comparator<Map<String, String>> byNumber(String field) {
        return Comparator.comparingInt(row -> {
            String number = cell(row, field);
            return number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
        });
    }

    /** The older layout has one row for each language. */
    private static List<Map<String, String>> distinct(List<Map<String, String>> rows, String id) {
        Map<String, Map<String, String>> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.putIfAbsent(cell(row, id), row));
        return List.copyOf(byId.values());
    }

    /** Texts are HTML. */
    private static String plain(String html) {
        return html.replaceAll("(?is)<(script|style)\\b.*?</\\1>", " ")
                .replaceAll("<[^>]{0,2000}>", " ")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private Place place(String code) {
        return Place.in(source).withPath(XlsFormReader.shown(code));
    }

    private static String kind(String type) {
        return type.isBlank() ? "?" : type;
    }

    private static String cell(Map<String, String> row, String name) {
        return row.getOrDefault(name, "");
    }
}
