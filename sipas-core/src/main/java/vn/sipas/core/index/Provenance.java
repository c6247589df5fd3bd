package vn.sipas.core.index;

import java.util.List;
import java.util.Objects;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;

/**
 * Where one part of a definition comes from.
 *
 * @param about the part: {@code structure}, {@code statistic}, {@code rounding}, {@code missing-data},
 *     {@code items:NODE}, {@code weights:NODE}, {@code setting:NAME} or {@code break:ID}
 * @param standing how firm the ground is
 * @param statement what is known and what is assumed
 * @param sources where it can be read: links or the names of documents; empty if nothing could be found
 */
public record Provenance(String about, MethodVersion.Standing standing, LocalizedText statement, List<String> sources) {

    public Provenance {
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(statement, "statement");
        sources = List.copyOf(sources);
        if (about.isBlank()) {
            throw new IllegalArgumentException("about must not be blank");
        }
        if (standing != MethodVersion.Standing.ASSUMPTION && sources.isEmpty()) {
            throw new IllegalArgumentException(
                    "sources must not be empty for standing " + standing + ": without a source it is an ASSUMPTION");
        }
    }
}
