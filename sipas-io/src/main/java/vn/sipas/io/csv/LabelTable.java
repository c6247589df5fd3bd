package vn.sipas.io.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The labels of one column, numbered from 0 in the order in which they first appear in the file.
 *
 * <p>The numbers do not depend on how many threads read. A table grows while batches are delivered; it must only be read
 * by the thread that a batch was delivered to, or after reading has ended.
 */
public final class LabelTable {

    private final List<String> labels = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    LabelTable() {}

    /**
     * Returns how many labels there are so far.
     *
     * @return the number of labels, at least 0
     */
    public int size() {
        return labels.size();
    }

    /**
     * Returns a label, in Unicode normalisation form C.
     *
     * @param number the number of the label, in the half-open interval [0, {@link #size()})
     * @return the label
     */
    public String label(int number) {
        return labels.get(number);
    }

    int numberOf(String label) {
        Integer number = numbers.get(label);
        if (number != null) {
            return number;
        }
        numbers.put(label, labels.size());
        labels.add(label);
        return labels.size() - 1;
    }
}
