package vn.sipas.io.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.rating.Criterion;
import vn.sipas.core.rating.FactDefinition;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.ScoreEntry;

/**
 * Where a table of scores holds what: one row a unit and key, or one row a unit with a column for each key. A key goes by its
 * code or its title.
 *
 * @param unit the index of the column with the unit
 * @param key the index of the column with the key, for long tables
 * @param value the index of the column with the value, for long tables
 * @param keys the key of each column that holds values, for wide tables
 * @param codes the code behind each title
 * @param unknown columns that were ignored, for wide tables
 */
record ScoreColumns(
        int unit,
        OptionalInt key,
        OptionalInt value,
        Map<Integer, String> keys,
        Map<String, String> codes,
        List<Problem> unknown) {

    private static final Set<String> UNIT = Set.of("unit", "unit code", "mã đơn vị", "đơn vị");
    private static final Set<String> KEY = Set.of("key", "criterion", "mã tiêu chí", "tiêu chí");
    private static final Set<String> VALUE = Set.of("value", "points", "điểm", "giá trị");
    private static final Set<String> PARTS = Set.of("self", "se", "n");

    static Checked<ScoreColumns> of(List<String> headings, Place place, RatingScheme scheme) {
        OptionalInt unit = find(headings, UNIT);
        OptionalInt key = find(headings, KEY);
        OptionalInt value = find(headings, VALUE);
        Map<String, String> codes = codes(scheme);
        if (unit.isPresent() && key.isPresent() && value.isPresent()) {
            return repeated(headings, place, List.of(unit.getAsInt(), key.getAsInt(), value.getAsInt()))
                    .<Checked<ScoreColumns>>map(Checked::refused)
                    .orElseGet(() ->
                            Checked.of(new ScoreColumns(unit.getAsInt(), key, value, Map.of(), codes, List.of())));
        }
        Map<Integer, String> keys = new LinkedHashMap<>();
        List<Problem> unknown = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            String code = codeOf(headings.get(i), codes);
            if (codes.containsKey(folded(code.split(":", 2)[0]))) {
                keys.put(i, code);
            } else if (unit.isEmpty() || unit.getAsInt() != i) {
                String name = CsvHeader.normalized(headings.get(i));
                unknown.add(Problem.of(CsvProblem.UNKNOWN_COLUMN, place.withPath(name), "name", name));
            }
        }
        if (unit.isEmpty() || keys.isEmpty()) {
            List<Problem> missing = new ArrayList<>();
            CsvHeader.indexes(headings, List.of("unit", "key", "value"), place, missing);
            return Checked.refused(missing);
        }
        List<Integer> used = new ArrayList<>(keys.keySet());
        used.add(unit.getAsInt());
        return repeated(headings, place, used)
                .<Checked<ScoreColumns>>map(Checked::refused)
                .orElseGet(() -> Checked.of(new ScoreColumns(
                        unit.getAsInt(), OptionalInt.empty(), OptionalInt.empty(), keys, codes, unknown)));
    }

    /** The entries of a row; in a wide table an empty cell is none. */
    List<ScoreEntry> entries(List<String> cells, IntFunction<Place> place) {
        if (key.isPresent() && value.isPresent()) {
            int at = value.getAsInt();
            return List.of(new ScoreEntry(codeOf(cells.get(key.getAsInt()), codes), cells.get(at), place.apply(at)));
        }
        List<ScoreEntry> entries = new ArrayList<>();
        keys.forEach((column, code) -> {
            if (!cells.get(column).isBlank()) {
                entries.add(new ScoreEntry(code, cells.get(column), place.apply(column)));
            }
        });
        return entries;
    }

    private static OptionalInt find(List<String> headings, Set<String> names) {
        for (int i = 0; i < headings.size(); i++) {
            if (names.contains(folded(headings.get(i)))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static Optional<List<Problem>> repeated(List<String> headings, Place place, List<Integer> used) {
        List<Problem> problems = new ArrayList<>();
        CsvHeader.indexes(
                headings,
                used.stream()
                        .map(headings::get)
                        .map(CsvHeader::normalized)
                        .distinct()
                        .toList(),
                place,
                problems);
        return problems.isEmpty() ? Optional.empty() : Optional.of(problems);
    }

    /** Codes and titles, folded, to the code; a title that two keys share names neither. */
    private static Map<String, String> codes(RatingScheme scheme) {
        Map<String, String> titles = new HashMap<>();
        Map<String, String> codes = new HashMap<>();
        for (Criterion criterion : scheme.allCriteria()) {
            titles.merge(folded(criterion.title().vi()), criterion.code(), ScoreColumns::same);
            titles.merge(folded(criterion.title().en()), criterion.code(), ScoreColumns::same);
            codes.put(folded(criterion.code()), criterion.code());
        }
        for (FactDefinition fact : scheme.facts()) {
            titles.merge(folded(fact.title().vi()), fact.key(), ScoreColumns::same);
            titles.merge(folded(fact.title().en()), fact.key(), ScoreColumns::same);
            codes.put(folded(fact.key()), fact.key());
        }
        titles.forEach((title, code) -> {
            if (!code.isEmpty()) {
                codes.putIfAbsent(title, code);
            }
        });
        return codes;
    }

    private static String same(String left, String right) {
        return left.equals(right) ? left : "";
    }

    /** The code that a text names, with the part behind its colon; the text itself if it names none. */
    private static String codeOf(String text, Map<String, String> codes) {
        String tidy = CsvHeader.normalized(text);
        int colon = tidy.lastIndexOf(':');
        boolean part = colon > 0 && PARTS.contains(tidy.substring(colon + 1));
        String name = part ? tidy.substring(0, colon) : tidy;
        String code = codes.get(folded(name));
        return Objects.requireNonNullElse(code, name) + (part ? tidy.substring(colon) : "");
    }

    private static String folded(String text) {
        return CsvHeader.normalized(text).toLowerCase(Locale.ROOT);
    }
}
