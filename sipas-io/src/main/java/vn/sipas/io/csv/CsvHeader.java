package vn.sipas.io.csv;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

/** The headings of a file, compared without surrounding space and in normalisation form C. */
final class CsvHeader {

    private CsvHeader() {}

    static String normalized(String heading) {
        return Normalizer.normalize(heading.strip(), Normalizer.Form.NFC);
    }

    static int indexOf(Map<String, Integer> indexes, String heading) {
        return indexes.getOrDefault(normalized(heading), -1);
    }

    /** Maps each heading to its index; what is wrong with the needed ones is added to the problems. */
    static Map<String, Integer> indexes(
            List<String> headings, Collection<String> needed, Place place, List<Problem> problems) {
        Map<String, Integer> indexes = new HashMap<>();
        List<String> repeated = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            String heading = normalized(headings.get(i));
            if (indexes.putIfAbsent(heading, i) != null) {
                repeated.add(heading);
            }
        }
        for (String heading : needed) {
            String name = normalized(heading);
            if (!indexes.containsKey(name)) {
                problems.add(Problem.of(CsvProblem.MISSING_COLUMN, place.withPath(name), "name", name));
            } else if (repeated.contains(name)) {
                problems.add(Problem.of(CsvProblem.REPEATED_COLUMN, place.withPath(name), "name", name));
            }
        }
        return indexes;
    }
}
