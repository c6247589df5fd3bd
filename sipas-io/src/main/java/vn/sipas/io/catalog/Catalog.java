package vn.sipas.io.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sipas.core.Checked;
import vn.sipas.core.Language;
import vn.sipas.core.MethodVersion.Standing;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

/**
 * Definitions that can be opened by id. Immutable and safe for use by several threads.
 */
public final class Catalog {

    /** What a reference begins with. */
    public static final String PREFIX = "catalog:";

    private static final String CONTENTS = "contents.txt";

    private final List<CatalogEntry> entries;

    private Catalog(List<CatalogEntry> entries) {
        this.entries = List.copyOf(entries);
        Set<String> names = new HashSet<>();
        for (CatalogEntry entry : this.entries) {
            if (!names.add(entry.toString())) {
                throw new IllegalArgumentException("entries must be unique by kind and id, " + entry + " repeats");
            }
        }
    }

    /**
     * Makes a catalog.
     *
     * @param entries the entries, unique by kind and id
     * @return the catalog
     */
    public static Catalog of(List<CatalogEntry> entries) {
        return new Catalog(entries);
    }

    /**
     * Loads what comes with the library. It takes a few milliseconds; keep the instance.
     *
     * @return the catalog
     */
    public static Catalog standard() {
        List<CatalogEntry> entries = new ArrayList<>();
        resource(CONTENTS).lines().map(String::strip).forEach(line -> {
            if (!line.isEmpty() && !line.startsWith("#")) {
                String record = resource(line + ".catalog.json");
                entries.add(CatalogRecord.read(record, resource(line + ".json"), line + ".catalog.json")
                        .orThrow());
            }
        });
        return new Catalog(entries);
    }

    /**
     * Reads an entry that a host keeps.
     *
     * @param recordJson the record about the definition, in the format {@code sipas-catalog/1}
     * @param definition the definition; it is read when it is opened
     * @param source the name under which problems refer to the record
     * @return the entry, or everything that is wrong with the record
     */
    public static Checked<CatalogEntry> readEntry(String recordJson, String definition, String source) {
        return CatalogRecord.read(recordJson, Objects.requireNonNull(definition, "definition"), source);
    }

    /**
     * Tells whether a name refers to a catalog rather than to a file.
     *
     * @param name a name such as {@code catalog:bac-giang-2024-10}
     * @return whether it begins with {@value #PREFIX}
     */
    public static boolean isReference(String name) {
        return name.startsWith(PREFIX);
    }

    /**
     * Adds an entry.
     *
     * @param entry an entry whose kind and id are new
     * @return a catalog with it
     * @throws IllegalArgumentException if the catalog has an entry of the same kind and id
     */
    public Catalog plus(CatalogEntry entry) {
        List<CatalogEntry> more = new ArrayList<>(entries);
        more.add(Objects.requireNonNull(entry, "entry"));
        return new Catalog(more);
    }

    /**
     * Returns what the catalog holds.
     *
     * @return the entries of all kinds
     */
    public List<CatalogEntry> entries() {
        return entries;
    }

    /**
     * Returns what the catalog holds of one kind.
     *
     * @param kind the kind
     * @return its entries
     */
    public List<CatalogEntry> entries(CatalogKind<?> kind) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(kind.name()))
                .toList();
    }

    /**
     * Finds an entry. The same id may stand under several kinds, such as a questionnaire and the index over it.
     *
     * @param reference the id, with or without {@value #PREFIX}
     * @param kind the kind
     * @return the entry, if there is one
     */
    public Optional<CatalogEntry> find(String reference, CatalogKind<?> kind) {
        String id = isReference(reference) ? reference.substring(PREFIX.length()) : reference;
        return entries(kind).stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /**
     * Opens a definition.
     *
     * @param reference the id, with or without {@value #PREFIX}
     * @param kind the kind
     * @param <T> what a definition of the kind is
     * @return the definition; or the problem {@link CatalogProblem#UNKNOWN_ENTRY}, which lists what there is
     */
    public <T> Checked<T> open(String reference, CatalogKind<T> kind) {
        Optional<CatalogEntry> entry = find(reference, kind);
        if (entry.isEmpty()) {
            String known = entries(kind).stream().map(CatalogEntry::id).collect(Collectors.joining(", "));
            return Checked.refused(Problem.of(
                    CatalogProblem.UNKNOWN_ENTRY,
                    Place.nowhere(),
                    "kind",
                    kind.name(),
                    "known",
                    known.isEmpty() ? "–" : known));
        }
        return kind.reader().read(entry.get().definition(), entry.get().reference());
    }

    /**
     * Prints what the catalog holds as an aligned table: kind, reference, standing, title and legal basis.
     *
     * @param language the language of titles and headings
     * @return the table, each line ended by a line feed
     */
    public String toTable(Language language) {
        boolean vi = language == Language.VI;
        List<String[]> rows = new ArrayList<>();
        rows.add(
                vi
                        ? new String[] {"Loại", "Tham chiếu", "Cơ sở", "Tên", "Căn cứ pháp lý"}
                        : new String[] {"Kind", "Reference", "Standing", "Title", "Legal basis"});
        for (CatalogEntry entry : entries) {
            rows.add(new String[] {
                entry.kind(),
                entry.reference(),
                standing(entry.standing(), vi),
                entry.title().in(language),
                entry.legalBasis().map(basis -> basis.in(language)).orElse("–")
            });
        }
        int[] widths = new int[5];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].codePointCount(0, row[i].length()));
            }
        }
        StringBuilder table = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                int padding = widths[i] - row[i].codePointCount(0, row[i].length()) + 2;
                line.append(row[i]).append(" ".repeat(padding));
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }

    private static String standing(Standing standing, boolean vi) {
        return switch (standing) {
            case OFFICIAL -> vi ? "chính thức" : "official";
            case PUBLISHED -> vi ? "đã công bố" : "published";
            case ASSUMPTION -> vi ? "giả định" : "assumption";
        };
    }

    private static String resource(String name) {
        try (InputStream stream = Catalog.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the library lacks its resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the library's resource " + name + " cannot be read", unreadable);
        }
    }
}
