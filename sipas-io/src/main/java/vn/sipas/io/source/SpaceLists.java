package vn.sipas.io.source;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether the cells of a column are lists of option names with spaces between, as XForms write what was ticked.
 * Names of options hold neither spaces nor punctuation and repeat; words of sentences do not.
 */
final class SpaceLists {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");
    private static final int MOST = 40;

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> alone = new HashSet<>();
    private final Set<String> together = new HashSet<>();
    private long values;
    private long lists;
    private long parts;
    private boolean refuted;

    void accept(String cell) {
        if (refuted || cell.isEmpty()) {
            return;
        }
        if (cell.length() > 1000) {
            refuted = true;
            return;
        }
        String[] tokens = cell.split(" ", -1);
        Set<String> distinct = new HashSet<>();
        for (String token : tokens) {
            refuted |= !NAME.matcher(token).matches() || !distinct.add(token);
            names.add(token);
        }
        refuted |= names.size() > MOST;
        (tokens.length == 1 ? alone : together).addAll(distinct);
        values++;
        parts += tokens.length;
        lists += tokens.length > 1 ? 1 : 0;
    }

    /** The names of options that were seen, as codes by name. */
    Map<String, String> codes() {
        Map<String, String> codes = new LinkedHashMap<>();
        CodeNames unique = new CodeNames();
        names.forEach(name -> codes.put(name, unique.unique(CodeNames.option(name))));
        return codes;
    }

    /** Whether all that stands alone stands in lists, too, each written like the name of an option. */
    private boolean repeatsAlone() {
        return !alone.isEmpty()
                && together.containsAll(alone)
                && names.stream().allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
    }

    /** Whether some cells hold several names and no cell holds anything else. */
    boolean found() {
        boolean repeats = parts >= names.size() * 3L / 2;
        long coded = names.stream()
                .filter(name -> name.indexOf('_') > 0 || name.matches("[a-z]*\\d+"))
                .count();
        boolean underscored = coded * 2 >= names.size();
        return !refuted && lists > 0 && (underscored || (repeats && values > 2) || repeatsAlone());
    }
}
