package vn.sipas.io.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Columns that share a question: options that were ticked, or rows of a grid, where the headings do not say which. The values
 * do: a tick leaves the others blank, or says yes and no, or repeats the label of its own option.
 */
final class OptionGroups {

    private final Set<String> ticked = new HashSet<>();
    private final Map<String, Set<String>> gridLabels = new HashMap<>();

    private OptionGroups() {}

    static OptionGroups of(SurveyTool tool, List<AnswerColumn> columns, List<ColumnProfile> profiles) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).role().isEmpty() && mayBeOption(columns.get(i))) {
                groups.computeIfAbsent(columns.get(i).question(), question -> new ArrayList<>())
                        .add(i);
            }
        }
        OptionGroups told = new OptionGroups();
        groups.forEach((question, members) -> {
            if (members.size() > 1 && (answered(tool, members, profiles) || labelled(members, columns, profiles))) {
                told.ticked.add(question);
            } else if (members.stream().noneMatch(member -> profiles.get(member).isOverflown())) {
                Set<String> labels = new LinkedHashSet<>();
                for (int member : members) {
                    labels.addAll(profiles.get(member).values());
                    labels.removeAll(columns.get(member).values().keySet());
                }
                told.gridLabels.put(question, labels);
            }
        });
        return told;
    }

    /** Whether a column holds an option that was ticked or not. */
    boolean areTicks(AnswerColumn column) {
        return mayBeOption(column) && ticked.contains(column.question());
    }

    /** The labels by which the scale of a column is known: the rows of a grid have one scale and show it together. */
    Collection<String> labels(AnswerColumn column, List<String> own) {
        return column.option().isPresent() && !own.isEmpty()
                ? gridLabels.getOrDefault(column.question(), new LinkedHashSet<>(own))
                : own;
    }

    private static boolean mayBeOption(AnswerColumn column) {
        boolean open =
                column.kind().filter(kind -> kind == AnswerKind.OPEN_TEXT).isPresent();
        return column.option().isPresent() && !open;
    }

    /** Whether the group as a whole was ticked and unticked; the same word in every cell could be the answer of a grid. */
    private static boolean answered(SurveyTool tool, List<Integer> members, List<ColumnProfile> profiles) {
        Set<String> values = new HashSet<>();
        boolean blank = false;
        for (int member : members) {
            values.addAll(profiles.get(member).values());
            blank |= profiles.get(member).blank() > 0;
        }
        boolean vocabulary = !values.isEmpty() && values.stream().allMatch(Ticks::isTick);
        boolean neither = values.stream().anyMatch(Ticks::isNeither);
        boolean no = values.stream().anyMatch(Ticks::isNo);
        // LimeSurvey ticks with Y; a lone number is what somebody entered in a grid.
        boolean entered = tool == SurveyTool.LIMESURVEY && values.stream().allMatch(OptionGroups::isNumber);
        return vocabulary && !(entered && !no) && (neither || (no != blank));
    }

    private static boolean isNumber(String value) {
        return NumberText.looksLikeNumber(value);
    }

    /** Whether every column holds one text, which stands at the end of what the citizen read. */
    private static boolean labelled(List<Integer> members, List<AnswerColumn> columns, List<ColumnProfile> profiles) {
        boolean any = false;
        for (int member : members) {
            ColumnProfile profile = profiles.get(member);
            if (profile.filled() > 0) {
                any = true;
                String text = Headings.folded(columns.get(member).text().orElse(""));
                boolean own = profile.values().size() == 1
                        && !profile.isOverflown()
                        && text.endsWith(Headings.folded(profile.values().get(0)));
                if (!own) {
                    return false;
                }
            }
        }
        return any;
    }
}
