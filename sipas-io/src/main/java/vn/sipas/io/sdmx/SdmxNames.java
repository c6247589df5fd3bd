package vn.sipas.io.sdmx;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.IndexNode;

/**
 * What the codes in a structure file are called. A code without a name is called by itself.
 *
 * @param groups the names of units and groups by their codes
 * @param indicators the names of questions and index nodes by their codes
 */
public record SdmxNames(Map<String, LocalizedText> groups, Map<String, LocalizedText> indicators) {

    public SdmxNames {
        groups = Map.copyOf(groups);
        indicators = Map.copyOf(indicators);
    }

    /**
     * Returns no names.
     *
     * @return names under which every code is called by itself
     */
    public static SdmxNames none() {
        return new SdmxNames(Map.of(), Map.of());
    }

    /**
     * Returns these names with those of the nodes of an index.
     *
     * @param definition the index
     * @return the names
     */
    public SdmxNames with(IndexDefinition definition) {
        Map<String, LocalizedText> all = new HashMap<>(indicators);
        for (IndexNode node : definition.nodes()) {
            all.put(node.id(), node.name());
        }
        return new SdmxNames(groups, all);
    }

    Optional<LocalizedText> group(String code) {
        return Optional.ofNullable(groups.get(code));
    }

    Optional<LocalizedText> indicator(String code) {
        return Optional.ofNullable(indicators.get(code));
    }
}
