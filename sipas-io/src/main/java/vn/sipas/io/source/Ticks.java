package vn.sipas.io.source;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** How tools write that an option was ticked, was not, or was not asked. */
final class Ticks {

    static final String TICKED = "1";
    static final String UNTICKED = "0";
    static final String NOT_ASKED = "#NA";

    private static final Set<String> YES =
            Set.of("y", "yes", "ja", "oui", "sí", "si", "có", "1", "true", "checked", "selected", "x", "1.0");
    private static final Set<String> NO =
            Set.of("n", "no", "nein", "non", "không", "0", "false", "unchecked", "not selected", "quoted", "0.0", "-");
    private static final Set<String> NEITHER = Set.of("n/a", "na", "#na", "n.a.");

    private Ticks() {}

    static boolean isTick(String value) {
        String folded = Headings.folded(value);
        return YES.contains(folded) || NO.contains(folded) || NEITHER.contains(folded);
    }

    static boolean isNo(String value) {
        return NO.contains(Headings.folded(value));
    }

    static boolean isNeither(String value) {
        return NEITHER.contains(Headings.folded(value));
    }

    /** Cell text to tick code, for values that were seen. */
    static Map<String, String> values(Collection<String> seen) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String value : seen) {
            String folded = Headings.folded(value);
            if (YES.contains(folded)) {
                values.put(value, TICKED);
            } else if (NO.contains(folded)) {
                values.put(value, UNTICKED);
            } else if (NEITHER.contains(folded)) {
                values.put(value, NOT_ASKED);
            }
        }
        return values;
    }
}
