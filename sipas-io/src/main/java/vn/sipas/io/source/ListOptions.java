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
        // Options contain commas, hardly ever semicolons; and none without a space where the tool writes lists that
        // way.
        boolean comma = separator.startsWith(",");
        boolean telling = comma && !separator.equals(ListText.BARE_COMMA);
        if (telling && areLabels(cells, split)) {
            return new ListOptions(cells.keySet(), (int)
                    split.stream().filter(parts -> parts.size() > 1).count());
        }
        Set<Pair> inseparable = new HashSet<>();
        Set<Pair> joined = new HashSet<>();
        together.forEach((pair, rows) -> {
            boolean follows = rows.equals(counts.get(pair.right()));
            if (follows && rows.equals(counts.get(pair.left()))) {
                inseparable.add(pair);
            }
            // The option "Yes, at the office" beside an option "Yes".
            if (comma && follows && goesOn(pair) && (inseparable.contains(pair) || isUpper(pair.left()))) {
                joined.add(pair);
            }
        });
        Set<Pair> alone = new HashSet<>();
        split.stream().map(ListOptions::pairs).filter(inseparable::containsAll).forEach(alone::addAll);
        int uncertain = 0;
        for (Pair pair : inseparable) {
            if (telling && alone.contains(pair) && together.getOrDefault(pair, 0) >= ENOUGH_TOGETHER) {
                joined.add(pair);
            }
            uncertain += telling && !goesOn(pair) ? 1 : 0;
        }
        Set<String> options = new LinkedHashSet<>();
        split.forEach(parts -> join(parts, joined, separator, options));
        options.remove("");
        return new ListOptions(options, uncertain);
    }

    /** Whether the second part goes on where the first ends, by its letter. */
    private static boolean goesOn(Pair pair) {
        return !pair.right().isEmpty() && Character.isLowerCase(pair.right().codePointAt(0));
    }

    private static boolean isUpper(String part) {
        return !part.isEmpty() && Character.isUpperCase(part.codePointAt(0));
    }

    /**
     * Whether whole cells are the labels of a single choice, such as {@code Yes, at the office}: the same few come again and
     * again, and no part of one ever stands alone.
     */
    private static boolean areLabels(Map<String, Integer> cells, List<List<String>> split) {
        Set<String> parts = new HashSet<>();
        Set<String> alone = new HashSet<>();
        int several = 0;
        for (List<String> cell : split) {
            if (cell.size() == 1) {
                alone.addAll(cell);
            } else {
                several++;
                parts.addAll(cell);
            }
        }
        long rows = cells.values().stream().mapToLong(Integer::longValue).sum();
        boolean apart = parts.stream().noneMatch(alone::contains);
        return several > 0 && apart && cells.size() <= parts.size() + alone.size() && rows >= 3L * cells.size();
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
