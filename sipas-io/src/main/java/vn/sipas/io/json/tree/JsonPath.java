package vn.sipas.io.json.tree;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.survey.Question;
import vn.sipas.io.json.tree.JsonTree.ArrayTree;
import vn.sipas.io.json.tree.JsonTree.ObjectTree;
import vn.sipas.io.json.tree.JsonTree.Spot;

/** Paths such as {@code sections[0].code}, {@code answers[q3.1].rated} and {@code answers[#7]}. */
final class JsonPath {

    private static final Pattern CODE = Pattern.compile(Question.CODE_FORM);

    private JsonPath() {}

    /** Names the entry of a map; a key that is not a code may be anything and is named by its position. */
    static String key(String key, int position) {
        return "[" + (CODE.matcher(key).matches() ? key : "#" + position) + "]";
    }

    /** Returns the spot of the value at a path, or of the nearest value around it. */
    static Spot spotOf(JsonTree root, String path) {
        JsonTree current = root;
        int position = 0;
        while (position < path.length()) {
            int end;
            JsonTree child;
            if (path.charAt(position) == '[') {
                end = path.indexOf(']', position);
                if (end < 0) {
                    break;
                }
                child = entry(current, path.substring(position + 1, end));
                end++;
            } else {
                int start = path.charAt(position) == '.' ? position + 1 : position;
                end = start;
                while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
                    end++;
                }
                child = current instanceof ObjectTree object ? object.fields().get(path.substring(start, end)) : null;
            }
            if (child == null) {
                break;
            }
            current = child;
            position = end;
        }
        return current.spot();
    }

    private static @Nullable JsonTree entry(JsonTree parent, String key) {
        if (parent instanceof ArrayTree array) {
            int index = index(key);
            return index >= 0 && index < array.elements().size()
                    ? array.elements().get(index)
                    : null;
        }
        if (parent instanceof ObjectTree object) {
            if (key.startsWith("#")) {
                List<JsonTree> values = List.copyOf(object.fields().values());
                int index = index(key.substring(1)) - 1;
                return index >= 0 && index < values.size() ? values.get(index) : null;
            }
            return object.fields().get(key);
        }
        return null;
    }

    private static int index(String digits) {
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }
}
