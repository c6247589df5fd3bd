package vn.sipas.core.validation;

import java.util.Comparator;

/** Orders paths so that {@code [2]} comes before {@code [10]}. */
final class PathOrder {

    static final Comparator<String> NATURAL = PathOrder::compare;

    private PathOrder() {}

    private static int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int endI = digitsEnd(left, i);
            int endJ = digitsEnd(right, j);
            int order;
            if (endI > i && endJ > j) {
                order = endI - i != endJ - j
                        ? Integer.compare(endI - i, endJ - j)
                        : left.substring(i, endI).compareTo(right.substring(j, endJ));
                i = endI;
                j = endJ;
            } else {
                order = Character.compare(left.charAt(i++), right.charAt(j++));
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length() - i, right.length() - j);
    }

    private static int digitsEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
