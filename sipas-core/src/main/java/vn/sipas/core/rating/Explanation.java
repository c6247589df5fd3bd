package vn.sipas.core.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;

/**
 * A node of the tree that explains a rating.
 *
 * <p>Under a node of kind {@link Kind#TOTAL}, {@link Kind#BONUS} or a {@link Kind#CRITERION} with parts, the points of
 * the children that have points sum to the points of the node, exactly.
 *
 * @param kind what the node is about
 * @param code the code of the criterion, fact, gate, adjustment, quota or setting; empty for the others
 * @param title what it is called
 * @param statement what was found, with the values
 * @param points the points it contributes, if it contributes any
 * @param maximum the most points it could contribute, if there is such a number
 * @param provenance the article or source behind it, if there is one
 * @param children the nodes below
 */
public record Explanation(
        Kind kind,
        String code,
        LocalizedText title,
        LocalizedText statement,
        Optional<Fraction> points,
        Optional<Fraction> maximum,
        Optional<Provenance> provenance,
        List<Explanation> children) {

    /** What a node is about. */
    public enum Kind {
        /** The root: the outcome. */
        OUTCOME,
        /** The scheme, its version and legal basis. */
        METHOD,
        /** The total of the points. */
        TOTAL,
        /** A criterion or group. */
        CRITERION,
        /** The bonus points together. */
        BONUS,
        /** Points cut off by a cap; negative. */
        LIMIT,
        /** What rounding added or took. */
        ROUNDING,
        /** A value that a rule looked at. */
        VALUE,
        /** The band in which the total lies. */
        BAND,
        /** A gate that is met. */
        GATE_MET,
        /** A gate that is not met, and what that did. */
        GATE_UNMET,
        /** A star adjustment that applied. */
        ADJUSTMENT,
        /** A quota that took stars. */
        QUOTA,
        /** A setting that somebody chose because no source gives the value. */
        SETTING
    }

    public Explanation {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(points, "points");
        Objects.requireNonNull(maximum, "maximum");
        Objects.requireNonNull(provenance, "provenance");
        children = List.copyOf(children);
    }

    /**
     * Returns the tree as an aligned table.
     *
     * @param language the language
     * @return the lines, each ended by a line feed
     */
    public String table(Language language) {
        TextTable table = new TextTable(header(language));
        rows(language, 0, table, false);
        return table.toString();
    }

    /**
     * Returns the tree as an HTML fragment.
     *
     * @param language the language
     * @return a table, escaped
     */
    public String toHtml(Language language) {
        TextTable table = new TextTable(header(language));
        rows(language, 0, table, true);
        return table.toHtml("sipas-rating", language);
    }

    private static List<String> header(Language language) {
        return language == Language.VI
                ? List.of("Mã", "Nội dung", "Điểm", "Tối đa", "Diễn giải", "Căn cứ")
                : List.of("Code", "Item", "Points", "Max", "Finding", "Source");
    }

    private void rows(Language language, int depth, TextTable table, boolean html) {
        List<String> cells = new ArrayList<>();
        cells.add(code);
        cells.add((html ? "\u2003" : "  ").repeat(depth) + title.in(language));
        cells.add(points.map(value -> Decimals.shown(value, language)).orElse(""));
        cells.add(maximum.map(value -> Decimals.shown(value, language)).orElse(""));
        cells.add(statement.in(language));
        cells.add(provenance.map(value -> source(value, language)).orElse(""));
        table.row(cells);
        for (Explanation child : children) {
            child.rows(language, depth + 1, table, html);
        }
    }

    private static String source(Provenance provenance, Language language) {
        String standing =
                switch (provenance.standing()) {
                    case OFFICIAL -> language == Language.VI ? "văn bản" : "official";
                    case PUBLISHED -> language == Language.VI ? "đã công bố" : "published";
                    case ASSUMPTION -> language == Language.VI ? "giả định" : "assumption";
                };
        return provenance
                .article()
                .map(article -> standing + ": " + article.in(language))
                .orElse(standing);
    }
}
