package vn.sipas.io.catalog;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion.Standing;
import vn.sipas.core.ValidityPeriod;

/**
 * One definition of a catalog and the record about it. Immutable.
 *
 * @param kind the name of its {@link CatalogKind}
 * @param id the id, unique within the kind: lower-case letters, digits, dots and hyphens, at most 80
 * @param title what it is
 * @param standing how firm the ground is for the definition as a whole: the weakest that matters for results
 * @param legalBasis the decision or circular it stands on
 * @param validity when it applies
 * @param sources where its values come from, with unique ids
 * @param origins the standing and source of each part; one of them covers the whole definition
 * @param definition the document itself
 */
public record CatalogEntry(
        String kind,
        String id,
        LocalizedText title,
        Standing standing,
        Optional<LocalizedText> legalBasis,
        ValidityPeriod validity,
        List<CatalogSource> sources,
        List<ValueOrigin> origins,
        String definition) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,79}");

    public CatalogEntry {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(legalBasis, "legalBasis");
        Objects.requireNonNull(validity, "validity");
        Objects.requireNonNull(definition, "definition");
        sources = List.copyOf(sources);
        origins = List.copyOf(origins);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "id must be 1 to 80 lower-case letters, digits, dots or hyphens, was \"" + id + "\"");
        }
        Set<String> known = new HashSet<>();
        for (CatalogSource source : sources) {
            if (!known.add(source.id())) {
                throw new IllegalArgumentException("source ids must be unique, \"" + source.id() + "\" repeats");
            }
        }
        Set<String> paths = new HashSet<>();
        for (ValueOrigin origin : origins) {
            if (!paths.add(origin.path())) {
                throw new IllegalArgumentException("origin paths must be unique, \"" + origin.path() + "\" repeats");
            }
            if (origin.source().isPresent() && !known.contains(origin.source().get())) {
                throw new IllegalArgumentException(
                        "origins name the unknown source \"" + origin.source().get() + "\"");
            }
        }
        if (!paths.contains("")) {
            throw new IllegalArgumentException(
                    "origins must have one that covers the whole definition, with path \"\"");
        }
    }

    /**
     * Returns the reference under which the entry is opened.
     *
     * @return {@code catalog:} and the id
     */
    public String reference() {
        return Catalog.PREFIX + id;
    }

    /**
     * Finds where a value comes from.
     *
     * @param path the path of a value in the definition, such as {@code sections[0].questions[2].text.vi}
     * @return the origin with the longest path around it
     */
    public ValueOrigin originOf(String path) {
        return origins.stream()
                .filter(origin -> origin.covers(path))
                .max(Comparator.comparingInt(origin -> origin.path().length()))
                .orElseThrow();
    }

    /**
     * Finds a source.
     *
     * @param sourceId its id
     * @return the source, if the entry has it
     */
    public Optional<CatalogSource> source(String sourceId) {
        return sources.stream().filter(source -> source.id().equals(sourceId)).findFirst();
    }

    /**
     * Returns kind and reference.
     *
     * @return a line for logs
     */
    @Override
    public String toString() {
        return kind + " " + reference();
    }
}
