package vn.sipas.io.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options of a column of lists, told from its cells, where options may contain the separator themselves. Parts that are
 * one option never stand without each other; whether parts that never do are one option is told by how the second begins
 * and by cells that hold nothing else, and is uncertain where only that speaks for it.
 *
 * @param options the options, in the order in which they appeared
 * @param uncertain how many pairs of neighbouring parts could be one option or two
 */
record ListOptions(Set<String> options, int uncertain) {

    /** In so many rows two parts must stand together, and never apart, before that alone makes one option of them. */
    private static final int ENOUGH_TOGETHER = 3;

    /**
     * Two parts that stand next to each other.
     *
     * @param left the first
     * @param right the second
     */
    private record Pair(String left, String right) {}

    ListOptions {
        options = new LinkedHashSet<>(options);
    }

    /**
     * Tells the options.
     *
     * @param cells the different cells, and in how many rows each stands
     * @param separator what stands between options, at least one character
     */
    static ListOptions of(Map<String, Integer> cells, String separator) {
        Map<String, Integer> counts = new HashMap<>();
        Map<Pair, Integer> together = new HashMap<>();
        List<List<String>> split = new ArrayList<>();
        cells.forEach((cell, rows) -> {
            List<String> parts = split(cell, separator);
            split.add(parts);
            parts.forEach(part -> counts.merge(part, rows, Integer::sum));
            pairs(parts).forEach(pair -> together.merge(pair, rows, Integer::sum));
        });
        Set<Pair> inseparable = new HashSet<>();
        together.forEach((pair, rows) -> {
            if (rows.equals(counts.get(pair.left())) && rows.equals(counts.get(pair.right()))) {
                inseparable.add(pair);
            }
        });
        Set<Pair> alone = new HashSet<>();
        split.stream().map(ListOptions::pairs).filter(inseparable::containsAll).forEach(alone::addAll);
        Set<Pair> joined = new HashSet<>();
        // A comma without a space never belongs to an option where the tool writes lists that way.
        boolean telling = !separator.equals(ListText.BARE_COMMA);
        int uncertain = 0;
        for (Pair pair : inseparable) {
            boolean goesOn = !pair.right().isEmpty()
                    && Character.isLowerCase(pair.right().codePointAt(0));
            boolean stable = telling && alone.contains(pair) && together.getOrDefault(pair, 0) >= ENOUGH_TOGETHER;
            if (goesOn || stable) {
                joined.add(pair);
            }
            uncertain += goesOn || !telling ? 0 : 1;
        }
        Set<String> options = new LinkedHashSet<>();
        split.forEach(parts -> join(parts, joined, separator, options));
        options.remove("");
        return new ListOptions(options, uncertain);
    }

    private static List<String> split(String cell, String separator) {
        return separator.equals(ListText.BARE_COMMA)
                ? List.of(cell.split(",(?=\\S)", -1))
                : ListText.parts(cell, separator, List.of());
    }

    private static List<Pair> pairs(List<String> parts) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i < parts.size(); i++) {
            pairs.add(new Pair(parts.get(i - 1), parts.get(i)));
        }
        return pairs;
    }

    private static void join(List<String> parts, Set<Pair> joined, String separator, Set<String> options) {
        StringBuilder option = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0 && joined.contains(new Pair(parts.get(i - 1), parts.get(i)))) {
                option.append(separator);
            } else if (i > 0) {
                options.add(option.toString());
                option.setLength(0);
            }
            option.append(parts.get(i));
        }
        options.add(option.toString());
    }
}
