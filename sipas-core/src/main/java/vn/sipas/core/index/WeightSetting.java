package vn.sipas.core.index;

import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * A set of weights that no readable source fixes and that a host may therefore set, under a name.
 *
 * @param name the name, such as {@code block-weights}
 * @param node the id of the node whose weights are set
 * @param description what it is and why the default is what it is
 */
public record WeightSetting(String name, String node, LocalizedText description) {

    public WeightSetting {
        NodeIds.checked("name", name);
        NodeIds.checked("node", node);
        Objects.requireNonNull(description, "description");
    }
}
