package vn.sipas.core.index;

import java.util.regex.Pattern;

/** The form that the ids of nodes, settings and series breaks share. */
final class NodeIds {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    private NodeIds() {}

    static String checked(String name, String id) {
        if (!isValid(id)) {
            throw new IllegalArgumentException(
                    name + " must be 1 to 64 letters, digits, dots, hyphens or underscores, was \"" + id + "\"");
        }
        return id;
    }

    static boolean isValid(String id) {
        return FORM.matcher(id).matches();
    }
}
