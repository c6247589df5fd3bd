package vn.sipas.io.json.tree;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A JSON value and where it stood. */
public sealed interface JsonTree {

    /**
     * Returns where the value begins.
     *
     * @return the spot
     */
    Spot spot();

    /**
     * A line and a column, counted from 1; 0 if the source of the tokens does not know.
     *
     * @param line the line
     * @param column the column in characters
     */
    record Spot(int line, int column) {}

    /**
     * An object.
     *
     * @param fields the values by key, in order
     * @param spot where it begins
     */
    record ObjectTree(Map<String, JsonTree> fields, Spot spot) implements JsonTree {}

    /**
     * An array.
     *
     * @param elements the values
     * @param spot where it begins
     */
    record ArrayTree(List<JsonTree> elements, Spot spot) implements JsonTree {}

    /**
     * A string.
     *
     * @param text its characters
     * @param spot where it begins
     */
    record TextTree(String text, Spot spot) implements JsonTree {}

    /**
     * A number, exact.
     *
     * @param number its value
     * @param spot where it begins
     */
    record NumberTree(BigDecimal number, Spot spot) implements JsonTree {}

    /**
     * {@code true} or {@code false}.
     *
     * @param flag its value
     * @param spot where it begins
     */
    record FlagTree(boolean flag, Spot spot) implements JsonTree {}

    /**
     * {@code null}, which every reader treats as an absent field.
     *
     * @param spot where it begins
     */
    record NullTree(Spot spot) implements JsonTree {}
}
