package vn.sipas.io.catalog;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.LocalizedText;

/**
 * Where values of a definition come from.
 *
 * @param id the name by which values refer to the source, not blank
 * @param title the decision, page or program
 * @param address where it can be read
 */
public record CatalogSource(String id, LocalizedText title, Optional<URI> address) {

    public CatalogSource {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(address, "address");
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
    }
}
