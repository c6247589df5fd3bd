package vn.sipas.io.questionnaire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.survey.Choice;
import vn.sipas.core.survey.Condition;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.NumberQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Requirement;
import vn.sipas.core.survey.RoutingRule;
import vn.sipas.core.survey.ScaleLevel;
import vn.sipas.core.survey.Section;
import vn.sipas.core.survey.SingleChoiceQuestion;
import vn.sipas.core.survey.Survey;

/** Writes a survey as the sheets of an XLSForm. */
final class XlsFormWriter {

    private static final String VI = "::Vietnamese (vi)";
    private static final String EN = "::English (en)";
    private static final List<String> SURVEY =
            List.of("type", "name", "label" + VI, "label" + EN, "required", "relevant", "constraint", "sipas_code");
    private static final List<String> CHOICES =
            List.of("list_name", "name", "label" + VI, "label" + EN, "sipas_scale", "sipas_value", "sipas_favour");

    private final Survey survey;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> takenLists = new HashSet<>();
    private final Map<String, String> scaleLists = new HashMap<>();
    private final List<List<String>> surveyRows = new ArrayList<>();
    private final List<List<String>> choiceRows = new ArrayList<>();

    XlsFormWriter(Survey survey) {
        this.survey = Objects.requireNonNull(survey, "survey");
    }

    void write(OutputStream output) throws IOException {
        surveyRows.add(SURVEY);
        choiceRows.add(CHOICES);
        survey.questions().forEach(question -> names.put(question.code(), unique(question.code(), taken)));
        Map<String, Condition> routing =
                survey.routing().stream().collect(Collectors.toMap(RoutingRule::question, RoutingRule::condition));
        for (Section section : survey.sections()) {
            surveyRows.add(row(
                    "begin_group", unique("g_" + section.code(), taken), section.title(), "", "", "", section.code()));
            for (Question question : section.questions()) {
                question(question, Optional.ofNullable(routing.get(question.code())));
            }
            surveyRows.add(List.of("end_group"));
        }
        Workbook workbook = new Workbook(output, "sipas", "1.0");
        fill(workbook.newWorksheet("survey"), surveyRows);
        fill(workbook.newWorksheet("choices"), choiceRows);
        fill(
                workbook.newWorksheet("settings"),
                List.of(
                        List.of("form_title", "form_title" + EN, "form_id", "version", "default_language"),
                        List.of(
                                survey.title().vi(),
                                survey.title().en(),
                                survey.key().id(),
                                Integer.toString(survey.key().revision()),
                                "Vietnamese (vi)")));
        workbook.finish();
    }

    private void question(Question question, Optional<Condition> condition) {
        String type;
        String constraint = "";
        if (question instanceof RatingQuestion rating) {
            type = "select_one " + list(rating.scale());
        } else if (question instanceof SingleChoiceQuestion single) {
            type = "select_one " + list(question.code(), single.choices());
        } else if (question instanceof MultipleChoiceQuestion multiple) {
            type = "select_multiple " + list(question.code(), multiple.choices());
            constraint = "count-selected(.) <= " + multiple.maxSelections();
        } else if (question instanceof OpenTextQuestion open) {
            type = "text";
            constraint = "string-length(.) <= " + open.maxLength();
        } else {
            NumberQuestion number = (NumberQuestion) question;
            type = "decimal";
            constraint = ". >= " + number.minimum().toPlainString() + " and . <= "
                    + number.maximum().toPlainString();
        }
        surveyRows.add(row(
                type,
                Objects.requireNonNull(names.get(question.code())),
                question.text(),
                question.requirement() == Requirement.REQUIRED ? "yes" : "",
                condition.map(this::relevant).orElse(""),
                constraint,
                question.code()));
    }

    private static List<String> row(
            String type,
            String name,
            LocalizedText label,
            String required,
            String relevant,
            String constraint,
            String code) {
        return List.of(type, name, label.vi(), label.en(), required, relevant, constraint, code);
    }

    private String list(RatingScale scale) {
        String known = scaleLists.get(scale.id());
        if (known != null) {
            return known;
        }
        String list = unique(scale.id(), takenLists);
        scaleLists.put(scale.id(), list);
        for (ScaleLevel level : scale.levels()) {
            choiceRows.add(List.of(
                    list,
                    level.code(),
                    level.label().vi(),
                    level.label().en(),
                    scale.id(),
                    Integer.toString(level.value()),
                    level.favour().name()));
        }
        return list;
    }

    private String list(String question, List<Choice> choices) {
        String list = unique(names.get(question) + "_options", takenLists);
        for (Choice choice : choices) {
            choiceRows.add(List.of(
                    list, choice.code(), choice.label().vi(), choice.label().en(), "", "", ""));
        }
        return list;
    }

    /** References name questions as the form does; options are named by their codes. */
    private String relevant(Condition condition) {
        if (condition instanceof Condition.Selected selected) {
            return selected.codes().stream()
                    .sorted()
                    .map(code -> "selected(${" + names.get(selected.question()) + "}, '" + code + "')")
                    .collect(Collectors.joining(" or ", "(", ")"));
        }
        if (condition instanceof Condition.Not not) {
            return "not(" + relevant(not.part()) + ")";
        }
        boolean all = condition instanceof Condition.AllOf;
        List<Condition> parts =
                condition instanceof Condition.AllOf every ? every.parts() : ((Condition.AnyOf) condition).parts();
        return parts.stream().map(this::relevant).collect(Collectors.joining(all ? " and " : " or ", "(", ")"));
    }

    /** A name that XML and XForms accept, not taken before. */
    private static String unique(String code, Set<String> taken) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            boolean plain =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
            name.append(plain ? c : '_');
        }
        String base = Character.isDigit(name.charAt(0)) || name.charAt(0) == '-' ? "_" + name : name.toString();
        String unique = base;
        for (int i = 2; !taken.add(unique); i++) {
            unique = base + "_" + i;
        }
        return unique;
    }

    private static void fill(Worksheet sheet, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                String cell = rows.get(row).get(column);
                if (!cell.isEmpty()) {
                    sheet.value(row, column, cell);
                }
            }
        }
    }
}
