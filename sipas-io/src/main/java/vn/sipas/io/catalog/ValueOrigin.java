package vn.sipas.io.catalog;

import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion.Standing;

/**
 * How firm the ground is on which a part of a definition stands.
 *
 * @param path the part and everything in it, such as {@code sections[0].questions[2].text}; the whole definition if
 *     empty. The longest path around a value decides.
 * @param standing whether the value is official, was published or deployed, or is this library's assumption
 * @param source the id of the {@link CatalogSource}; absent only for an assumption
 * @param remark what a reader should know, such as that a wording is this library's own
 */
public record ValueOrigin(String path, Standing standing, Optional<String> source, LocalizedText remark) {

    public ValueOrigin {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(remark, "remark");
        if (source.isEmpty() && standing != Standing.ASSUMPTION) {
            throw new IllegalArgumentException(
                    "source must be present unless standing is ASSUMPTION, at \"" + path + "\"");
        }
    }

    boolean covers(String value) {
        return path.isEmpty() || value.equals(path) || value.startsWith(path + ".") || value.startsWith(path + "[");
    }
}
