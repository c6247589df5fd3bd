package vn.sipas.core.rating;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion.Standing;

/**
 * Where a value of a scheme comes from.
 *
 * @param standing whether it stands in a legal text, in a published practice, or is an assumption
 * @param article the article, decision or publication (điều, khoản), if any
 * @param address where it can be read, if anywhere
 */
public record Provenance(Standing standing, Optional<LocalizedText> article, Optional<URI> address) {

    private static final Provenance ASSUMPTION =
            new Provenance(Standing.ASSUMPTION, Optional.empty(), Optional.empty());

    public Provenance {
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(address, "address");
    }

    /**
     * Returns the provenance of a value that no readable source gives.
     *
     * @return an assumption
     */
    public static Provenance assumption() {
        return ASSUMPTION;
    }

    /**
     * Returns the provenance of a value that stands in a text.
     *
     * @param standing how firm the text is
     * @param article the article or publication
     * @return the provenance
     */
    public static Provenance of(Standing standing, LocalizedText article) {
        return new Provenance(standing, Optional.of(article), Optional.empty());
    }
}
