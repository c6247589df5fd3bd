package vn.sipas.io.source;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.sipas.io.csv.MissingCode;

/**
 * Options of a rating question that are no level of its scale: the citizen does not know, would not say, or the question
 * does not apply to them (phương án ngoài thang đo).
 */
final class NonAnswers {

    /** Lower case without diacritics and marks. */
    private static final Map<MissingCode, Set<String>> LABELS = Map.of(
            MissingCode.DONT_KNOW,
            Set.of(
                    "i don t know",
                    "don t know",
                    "do not know",
                    "dont know",
                    "no opinion",
                    "not sure",
                    "khong biet",
                    "toi khong biet",
                    "khong ro",
                    "khong co y kien"),
            MissingCode.REFUSED,
            Set.of(
                    "i don t want to answer this question",
                    "i don t want to answer",
                    "prefer not to answer",
                    "prefer not to say",
                    "no answer",
                    "khong muon tra loi",
                    "toi khong muon tra loi",
                    "tu choi tra loi",
                    "khong tra loi"),
            MissingCode.NOT_ASKED,
            Set.of(
                    "n a",
                    "not applicable",
                    "does not apply",
                    "doesn t apply",
                    "khong ap dung",
                    "khong lien quan",
                    "khong su dung"));

    private NonAnswers() {}

    static boolean isOne(String label) {
        return code(label).isPresent();
    }

    /** Cell text to the code of the way of not answering, for values that were seen. */
    static Map<String, String> values(Collection<String> seen) {
        Map<String, String> values = new LinkedHashMap<>();
        seen.forEach(label -> code(label).ifPresent(code -> values.put(label, code.token())));
        return values;
    }

    private static Optional<MissingCode> code(String label) {
        String plain = Headings.plain(label);
        return LABELS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
