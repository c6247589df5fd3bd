package vn.sipas.io.source;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.sipas.core.Place;

/**
 * One JSON object as cells.
 *
 * @param place where it begins
 * @param cells path to text, in the order of the object; lists of plain values are joined by {@link #BETWEEN}
 * @param lists the paths that held a list of plain values
 * @param grids the paths that were reached through an object inside the document
 */
record JsonDocument(Place place, Map<String, String> cells, java.util.Set<String> lists, java.util.Set<String> grids) {

    /** What stands between the values of a list in one cell; in the values themselves it becomes a broken bar. */
    static final String BETWEEN = "|";

    /** Stands between the keys of nested objects in the name of a column. */
    static final String INSIDE = ".";

    static JsonDocument at(Place place) {
        return new JsonDocument(place, new LinkedHashMap<>(), new java.util.HashSet<>(), new java.util.HashSet<>());
    }
}
