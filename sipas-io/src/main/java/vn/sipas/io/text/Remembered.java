package vn.sipas.io.text;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What cells mean, worked out once for each of the first different texts, because the cells of a column repeat. Not safe for
 * use by several threads.
 *
 * @param <T> the meaning
 */
public final class Remembered<T> {

    private static final int MOST = 2000;
    private static final int LONGEST = 100;

    private final Function<String, T> reading;
    private final Map<String, T> known = new HashMap<>();

    /**
     * Makes an empty memory.
     *
     * @param reading works out what a text means, always the same for the same text
     */
    public Remembered(Function<String, T> reading) {
        this.reading = reading;
    }

    /**
     * Returns what a text means.
     *
     * @param text the text
     * @return its meaning
     */
    public T of(String text) {
        T meaning = known.get(text);
        if (meaning == null) {
            meaning = reading.apply(text);
            if (known.size() < MOST && text.length() <= LONGEST) {
                known.put(text, meaning);
            }
        }
        return meaning;
    }
}
