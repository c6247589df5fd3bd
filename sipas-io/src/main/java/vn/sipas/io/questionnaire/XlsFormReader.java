package vn.sipas.io.questionnaire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Requirement;
import vn.sipas.core.survey.ScaleLevel;
import vn.sipas.core.survey.SingleChoiceQuestion;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;

/** Makes a survey of the sheets of an XLSForm. */
final class XlsFormReader {

    static final BigDecimal WIDEST = BigDecimal.valueOf(1_000_000_000_000L);

    private static final Set<String> YES = Set.of("yes", "true", "true()", "1", "có");
    private static final Set<String> METADATA = Set.of(
            "start",
            "end",
            "today",
            "deviceid",
            "username",
            "phonenumber",
            "simserial",
            "subscriberid",
            "email",
            "audit",
            "start-geopoint",
            "background-audio");
    private static final Pattern SELECT = Pattern.compile(
            "(select[_ ]one(?: from)?|select1|add select one prompt using|select[_ ]multiple(?: from)?"
                    + "|select all that apply(?: from)?|add select multiple prompt using)\\s+(\\S+)"
                    + "(\\s+or(?:[_ ]|\\s+specify\\s+)other)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LEAST = Pattern.compile("\\.\\s*>=\\s*(-?\\d{1,30}(?:\\.\\d{1,30})?)(?![\\d.])");
    private static final Pattern MOST = Pattern.compile("\\.\\s*<=\\s*(-?\\d{1,30}(?:\\.\\d{1,30})?)(?![\\d.])");
    private static final Pattern LENGTH = Pattern.compile("string-length\\(\\s*\\.\\s*\\)\\s*<=\\s*(\\d{1,6})");
    private static final Pattern COUNT = Pattern.compile("count-selected\\(\\s*\\.\\s*\\)\\s*<=\\s*(\\d{1,4})");

    private final String source;
    private final FormSheet survey;
    private final FormSheet settings;
    private final Map<String, List<FormSheet.Row>> lists = new HashMap<>();
    private final Draft draft = new Draft();
    private final Map<String, String> codes = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private LocalizedText title = LocalizedText.same("-");
    private boolean loose = true;

    /** A group that is open. */
    private record Group(String name, boolean section, Optional<Condition> condition) {}

    XlsFormReader(String source, FormSheet survey, FormSheet choices, FormSheet settings) {
        this.source = source;
        this.survey = survey;
        this.settings = settings;
        for (FormSheet.Row row : choices.rows()) {
            String list = row.cell("list_name").isEmpty() ? row.cell("list name") : row.cell("list_name");
            lists.computeIfAbsent(list, first -> new ArrayList<>()).add(row);
        }
    }

    Checked<Survey> survey(Optional<SurveyKey> wanted) {
        FormSheet.Row setting = settings.rows().isEmpty()
                ? new FormSheet.Row(Place.in(source), Map.of())
                : settings.rows().get(0);
        String fallback = setting.cell("form_id").isEmpty() ? source : setting.cell("form_id");
        title = draft.text(setting.label("form_title", true), setting.label("form_title", false), fallback);
        SurveyKey key = wanted.orElseGet(() -> key(setting));
        for (FormSheet.Row row : survey.rows()) {
            row(row);
        }
        return draft.survey(key, title, Place.in(source));
    }

    private SurveyKey key(FormSheet.Row setting) {
        String id = setting.cell("form_id").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "-");
        String tidy = id.replaceAll("^[.-]+", "");
        String version = setting.cell("version");
        int revision = version.matches("[1-9]\\d{0,8}") ? Integer.parseInt(version) : 1;
        if (!version.isEmpty() && !version.matches("[1-9]\\d{0,8}")) {
            draft.problem(QuestionnaireProblem.VERSION_NOT_A_NUMBER, setting.place());
        }
        return SurveyKey.of(tidy.isEmpty() ? "imported" : tidy.substring(0, Math.min(80, tidy.length())), revision);
    }

    private void row(FormSheet.Row row) {
        String type = row.cell("type").replaceAll("\\s+", " ");
        String kind = type.toLowerCase(Locale.ROOT).replace(' ', '_');
        if (type.isEmpty() || METADATA.contains(kind)) {
            return;
        }
        if (kind.startsWith("begin_group") || kind.startsWith("begin_repeat")) {
            begin(row, kind.startsWith("begin_repeat"));
        } else if (kind.startsWith("end_group") || kind.startsWith("end_repeat")) {
            if (!groups.isEmpty()) {
                loose |= groups.remove(groups.size() - 1).section();
            }
        } else {
            question(row, type, kind);
        }
    }

    private void begin(FormSheet.Row row, boolean repeat) {
        String name = row.cell("name");
        if (repeat) {
            draft.problem(QuestionnaireProblem.REPEAT_ONCE, row.place(), "name", shown(name));
        }
        boolean section = groups.stream().noneMatch(Group::section);
        if (section) {
            String code = row.cell("sipas_code").isEmpty() ? name : row.cell("sipas_code");
            draft.section(
                    code, draft.text(row.label("label", true), row.label("label", false), name.isEmpty() ? "-" : name));
            loose = false;
        } else {
            draft.problem(QuestionnaireProblem.GROUP_FLATTENED, row.place(), "name", shown(name));
        }
        groups.add(new Group(name, section, condition(row, name)));
    }

    private void question(FormSheet.Row row, String type, String kind) {
        String name = row.cell("name");
        String code = row.cell("sipas_code").isEmpty() ? name : row.cell("sipas_code");
        Matcher select = SELECT.matcher(type);
        boolean known = select.matches()
                || Set.of("text", "integer", "int", "decimal", "range").contains(kind);
        if (!known) {
            draft.problem(QuestionnaireProblem.LEFT_OUT, row.place(), "name", shown(name), "kind", shown(kind));
            return;
        }
        if (!draft.isFree(code)) {
            draft.problem(QuestionnaireProblem.BAD_NAME, row.place(), "kind", shown(kind));
            return;
        }
        if (!draft.hasSection() || (loose && groups.isEmpty())) {
            draft.section("main", title);
            loose = false;
        }
        LocalizedText text = draft.text(row.label("label", true), row.label("label", false), code);
        Requirement requirement = YES.contains(row.cell("required").toLowerCase(Locale.ROOT))
                ? Requirement.REQUIRED
                : Requirement.OPTIONAL;
        Optional<Condition> condition = condition(row, name);
        boolean added;
        if (select.matches()) {
            added = select(row, select, code, text, requirement);
        } else if (kind.equals("text")) {
            added = text(row, code, text, requirement);
        } else {
            added = number(row, code, text, requirement);
        }
        if (added) {
            codes.put(name, code);
            route(code, condition);
        }
    }

    private void route(String code, Optional<Condition> own) {
        List<Condition> parts = new ArrayList<>();
        groups.forEach(group -> group.condition().ifPresent(parts::add));
        own.ifPresent(parts::add);
        if (!parts.isEmpty()) {
            draft.route(code, parts.size() == 1 ? parts.get(0) : new Condition.AllOf(parts));
        }
    }

    private Optional<Condition> condition(FormSheet.Row row, String name) {
        String relevant = row.cell("relevant").isEmpty() ? row.cell("relevance") : row.cell("relevant");
        if (relevant.isEmpty() || relevant.equals("true()")) {
            return Optional.empty();
        }
        Optional<Condition> condition = Expression.read(relevant, reference -> {
            String code = codes.get(reference);
            return code == null
                    ? Optional.empty()
                    : draft.known().apply(code).map(question -> new Expression.Reference(question, Optional.empty()));
        });
        if (condition.isEmpty()) {
            draft.problem(QuestionnaireProblem.CONDITION_NOT_EXPRESSIBLE, row.place(), "name", shown(name));
        }
        return condition;
    }

    private boolean select(
            FormSheet.Row row, Matcher select, String code, LocalizedText text, Requirement requirement) {
        String list = select.group(2);
        List<FormSheet.Row> options = lists.getOrDefault(list, List.of());
        Map<String, Choice> choices = new LinkedHashMap<>();
        for (FormSheet.Row option : options) {
            String name = option.cell("name").isEmpty() ? option.cell("value") : option.cell("name");
            String own = option.cell("sipas_code").isEmpty() ? name : option.cell("sipas_code");
            if (Draft.isCode(own)) {
                choices.putIfAbsent(
                        own,
                        new Choice(own, draft.text(option.label("label", true), option.label("label", false), own)));
            }
        }
        if (select.group(3) != null) {
            choices.putIfAbsent("other", Choice.of("other", "Khác", "Other"));
            draft.problem(QuestionnaireProblem.OTHER_OPTION, row.place(), "name", shown(code));
        }
        if (choices.size() < 2) {
            draft.problem(QuestionnaireProblem.BAD_CHOICES, row.place(), "name", shown(code));
            return false;
        }
        List<Choice> all = List.copyOf(choices.values());
        String manner = select.group(1).toLowerCase(Locale.ROOT);
        if (manner.contains("multiple") || manner.contains("all that apply")) {
            draft.add(new MultipleChoiceQuestion(code, text, requirement, all, most(row, all.size(), code)));
            return true;
        }
        Optional<RatingScale> scale = scale(row, list, options, all, code);
        if (scale.isPresent()) {
            draft.add(new RatingQuestion(code, text, requirement, draft.named(scale.get())));
        } else {
            draft.add(new SingleChoiceQuestion(code, text, requirement, all));
        }
        return true;
    }

    /** The scale that the options state, or the one whose labels they have. */
    private Optional<RatingScale> scale(
            FormSheet.Row row, String list, List<FormSheet.Row> options, List<Choice> choices, String code) {
        String stated = options.isEmpty() ? "" : options.get(0).cell("sipas_scale");
        if (!stated.isEmpty()) {
            return stated(stated, options, choices);
        }
        if (!Draft.isCode(list)) {
            return Optional.empty();
        }
        Optional<RatingScale> known = KnownScale.of(list, choices);
        known.ifPresent(scale -> draft.problem(
                QuestionnaireProblem.SCALE_RECOGNISED, row.place(), "name", shown(code), "scale", shown(list)));
        return known;
    }

    private static Optional<RatingScale> stated(String id, List<FormSheet.Row> options, List<Choice> choices) {
        List<ScaleLevel> levels = new ArrayList<>();
        Map<String, Choice> byCode = new HashMap<>();
        choices.forEach(choice -> byCode.put(choice.code(), choice));
        for (FormSheet.Row option : options) {
            String own = option.cell("sipas_code").isEmpty() ? option.cell("name") : option.cell("sipas_code");
            Choice choice = byCode.get(own);
            String value = option.cell("sipas_value");
            Favour favour = favour(option.cell("sipas_favour"));
            if (choice == null || favour == null || !value.matches("-?\\d{1,4}")) {
                return Optional.empty();
            }
            levels.add(new ScaleLevel(Integer.parseInt(value), own, choice.label(), favour));
        }
        try {
            return Optional.of(new RatingScale(id, levels));
        } catch (IllegalArgumentException edited) {
            // Someone changed the columns by hand; the options are still options.
            return Optional.empty();
        }
    }

    private static @Nullable Favour favour(String text) {
        for (Favour favour : Favour.values()) {
            if (favour.name().equalsIgnoreCase(text)) {
                return favour;
            }
        }
        return null;
    }

    private int most(FormSheet.Row row, int choices, String code) {
        Matcher count = COUNT.matcher(row.cell("constraint"));
        if (count.find()) {
            return Math.max(1, Math.min(choices, Integer.parseInt(count.group(1))));
        }
        otherConstraint(row, code);
        return choices;
    }

    private boolean text(FormSheet.Row row, String code, LocalizedText text, Requirement requirement) {
        Matcher length = LENGTH.matcher(row.cell("constraint"));
        boolean limited = length.find();
        if (!limited) {
            otherConstraint(row, code);
        }
        int most = limited ? Integer.parseInt(length.group(1)) : OpenTextQuestion.MAX_LENGTH;
        draft.add(new OpenTextQuestion(
                code, text, requirement, Math.max(1, Math.min(OpenTextQuestion.MAX_LENGTH, most))));
        return true;
    }

    private boolean number(FormSheet.Row row, String code, LocalizedText text, Requirement requirement) {
        String constraint = row.cell("constraint");
        Matcher range = Pattern.compile("start\\s*=\\s*(-?[\\d.]{1,30})\\s+end\\s*=\\s*(-?[\\d.]{1,30})")
                .matcher(row.cell("parameters"));
        Matcher least = LEAST.matcher(constraint);
        Matcher most = MOST.matcher(constraint);
        BigDecimal minimum = WIDEST.negate();
        BigDecimal maximum = WIDEST;
        if (range.find()
                && range.group(1).matches("-?\\d+(\\.\\d+)?")
                && range.group(2).matches("-?\\d+(\\.\\d+)?")) {
            minimum = new BigDecimal(range.group(1));
            maximum = new BigDecimal(range.group(2));
        } else {
            boolean from = least.find();
            boolean to = most.find();
            minimum = from ? new BigDecimal(least.group(1)) : minimum;
            maximum = to ? new BigDecimal(most.group(1)) : maximum;
            if (!from && !to) {
                otherConstraint(row, code);
            }
            if (!from || !to) {
                draft.problem(QuestionnaireProblem.NO_LIMITS, row.place(), "name", shown(code));
            }
        }
        if (maximum.compareTo(minimum) < 0) {
            draft.problem(QuestionnaireProblem.CONSTRAINT_LEFT_OUT, row.place(), "name", shown(code));
            minimum = WIDEST.negate();
            maximum = WIDEST;
        }
        draft.add(new NumberQuestion(code, text, requirement, minimum, maximum));
        return true;
    }

    private void otherConstraint(FormSheet.Row row, String code) {
        if (!row.cell("constraint").isEmpty()) {
            draft.problem(QuestionnaireProblem.CONSTRAINT_LEFT_OUT, row.place(), "name", shown(code));
        }
    }

    /** Names of questions are no personal data, but they may be anything. */
    static String shown(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64) + "…";
    }
}
