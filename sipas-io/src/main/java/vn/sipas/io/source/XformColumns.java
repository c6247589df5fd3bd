package vn.sipas.io.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the columns of exports of XForms are, which KoboToolbox and ODK Central write much alike: options of questions with
 * several ({@code q/option}), parts of points on the map, and what devices and servers add.
 */
final class XformColumns {

    /** What may stand between a question and its option; KoboToolbox lets the user choose. */
    private static final List<String> SEPARATORS = List.of("/", "::", ":", " - ", " > ", ">", "|", ".", "-", "__", "_");

    private static final Pattern GEO_BEFORE =
            Pattern.compile("(.*[/:.>|-]\\s?)?_(.+)_(latitude|longitude|altitude|precision)", Pattern.DOTALL);
    private static final Pattern GEO_BEHIND =
            Pattern.compile("(.+)-(Latitude|Longitude|Altitude|Accuracy)", Pattern.DOTALL);

    /** What preloads of the form and of the device are called, without the group they stand in. */
    private static final Map<String, PersonalData> DEVICES = Map.ofEntries(
            Map.entry("deviceid", PersonalData.DEVICE),
            Map.entry("imei", PersonalData.DEVICE),
            Map.entry("simserial", PersonalData.DEVICE),
            Map.entry("subscriberid", PersonalData.DEVICE),
            Map.entry("phonenumber", PersonalData.PHONE),
            Map.entry("username", PersonalData.ACCOUNT),
            Map.entry("email", PersonalData.EMAIL),
            Map.entry("instancename", PersonalData.NAME),
            Map.entry("audit", PersonalData.MEDIA),
            Map.entry("background-audio", PersonalData.MEDIA));

    private final List<String> headings;
    private final Set<String> known;
    private final Predicate<String> system;
    private final Map<String, String> questionOf = new HashMap<>();
    private final Set<String> split = new HashSet<>();
    private final Set<String> points = new HashSet<>();
    private final Set<String> media = new HashSet<>();
    private String separator = "";

    /**
     * Looks at headings.
     *
     * @param headings the headings
     * @param system the tool's own columns, which are no questions
     */
    XformColumns(List<String> headings, Predicate<String> system) {
        this.headings = headings;
        this.known = new HashSet<>(headings);
        this.system = system;
        findOptions();
        findPoints();
        for (String heading : headings) {
            if (heading.endsWith("_URL") && known.contains(heading.substring(0, heading.length() - 4))) {
                media.add(heading);
                media.add(heading.substring(0, heading.length() - 4));
            }
        }
    }

    /**
     * Describes the column of a question, an option, a point or a device.
     *
     * @param column the column as found
     * @param lists what its cells look like, for lists of names with spaces between
     */
    AnswerColumn describe(AnswerColumn column, SpaceLists lists) {
        String heading = column.heading();
        String last = heading.substring(Math.max(heading.lastIndexOf('/'), heading.lastIndexOf('.')) + 1);
        PersonalData device = DEVICES.get(last.toLowerCase(java.util.Locale.ROOT));
        if (device != null) {
            return column.as(ColumnRole.PERSONAL).holding(device);
        }
        if (points.contains(heading)) {
            return column.as(ColumnRole.PERSONAL).holding(PersonalData.LOCATION);
        }
        if (media.contains(heading)) {
            return column.as(ColumnRole.PERSONAL).holding(PersonalData.MEDIA);
        }
        String question = questionOf.get(heading);
        if (question != null) {
            return column.asking(question, Optional.empty())
                    .offering(heading.substring(question.length() + separator.length()));
        }
        if (split.contains(heading)) {
            // The options have columns of their own; this one says the same again.
            return column.as(ColumnRole.IGNORE);
        }
        return lists.found() ? column.writing(lists.codes()).listing(" ") : column;
    }

    /** The questions whose options have columns of their own. */
    Set<String> split() {
        return split;
    }

    private void findOptions() {
        int best = 0;
        for (String candidate : separators()) {
            Map<String, List<String>> found = options(candidate);
            int options = found.values().stream().mapToInt(List::size).sum();
            // Names of questions may hold these marks, too: two options of one question are the least that convinces.
            boolean convincing = candidate.equals("/") ? options > 0 : options > 1;
            if (convincing && options > best) {
                best = options;
                separator = candidate;
                questionOf.clear();
                split.clear();
                found.forEach((question, members) -> {
                    split.add(question);
                    members.forEach(member -> questionOf.put(member, question));
                });
            }
        }
    }

    /** The usual separators, and any other mark that stands between a question and the column behind it. */
    private Set<String> separators() {
        Set<String> candidates = new LinkedHashSet<>(SEPARATORS);
        for (int i = 1; i < headings.size(); i++) {
            String question = headings.get(i - 1);
            String next = headings.get(i);
            if (!question.isEmpty() && next.startsWith(question) && next.length() > question.length() + 1) {
                char mark = next.charAt(question.length());
                if (!Character.isLetterOrDigit(mark) && !Character.isWhitespace(mark)) {
                    candidates.add(String.valueOf(mark));
                }
            }
        }
        return candidates;
    }

    private Map<String, List<String>> options(String candidate) {
        Map<String, List<String>> found = new HashMap<>();
        for (String heading : headings) {
            int at = heading.lastIndexOf(candidate);
            // Labels of options may hold the separator, so that the longest question that is a heading counts.
            while (at > 0) {
                String question = heading.substring(0, at);
                if (known.contains(question) && !system.test(question) && !system.test(heading)) {
                    found.computeIfAbsent(question, first -> new ArrayList<>()).add(heading);
                    break;
                }
                at = heading.lastIndexOf(candidate, at - 1);
            }
        }
        if (!candidate.equals("/")) {
            found.values().removeIf(members -> members.size() < 2);
        }
        return found;
    }

    private void findPoints() {
        for (String heading : headings) {
            Matcher before = GEO_BEFORE.matcher(heading);
            if (before.matches()) {
                String group = before.group(1) == null ? "" : before.group(1);
                String point = group + before.group(2);
                if (known.contains(point) || known.contains(group + "_" + before.group(2) + "_longitude")) {
                    points.add(point);
                    points.add(heading);
                }
            }
            Matcher behind = GEO_BEHIND.matcher(heading);
            if (behind.matches() && known.contains(behind.group(1) + "-Longitude")) {
                points.add(heading);
            }
        }
    }
}
