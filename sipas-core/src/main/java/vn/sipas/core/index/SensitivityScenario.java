package vn.sipas.core.index;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * One thing changed, everything else as defined.
 *
 * @param id what was changed, such as {@code mean:overall:geometric}, {@code statistic:rescaled-mean}, {@code pooled:overall}
 *     or {@code without:q3}
 * @param description the same in words
 * @param values the overall value of each group, in the order given; every group has an entry, with the reason where it has no
 *     value
 */
public record SensitivityScenario(String id, LocalizedText description, Map<String, IndexValue> values) {

    public SensitivityScenario {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(description, "description");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
