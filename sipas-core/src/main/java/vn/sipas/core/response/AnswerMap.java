package vn.sipas.core.response;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one response by question code, in the order given. Imports make millions of these: two arrays and an index
 * take a third of the memory and time of a linked map.
 */
final class AnswerMap extends AbstractMap<String, Answer> {

    /** Beyond it, codes of strangers could be chosen to have one hash, against which linked maps are guarded. */
    private static final int MOST = 1000;

    private final String[] codes;
    private final Answer[] answers;
    private final Index index;

    private AnswerMap(String[] codes, Answer[] answers, Index index) {
        this.codes = codes;
        this.answers = answers;
        this.index = index;
    }

    static Map<String, Answer> copyOf(Map<String, Answer> answers) {
        if (answers instanceof AnswerMap) {
            return answers;
        }
        if (answers.size() > MOST) {
            return Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        }
        Draft draft = new Draft();
        answers.forEach(draft::put);
        return draft.finished();
    }

    @Override
    public @Nullable Answer get(@Nullable Object code) {
        int position = index.find(codes, code);
        return position < 0 ? null : answers[position];
    }

    @Override
    public boolean containsKey(@Nullable Object code) {
        return index.find(codes, code) >= 0;
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public Set<Map.Entry<String, Answer>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, Answer>> {

        @Override
        public int size() {
            return codes.length;
        }

        @Override
        public Iterator<Map.Entry<String, Answer>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < codes.length;
                }

                @Override
                public Map.Entry<String, Answer> next() {
                    if (next == codes.length) {
                        throw new NoSuchElementException();
                    }
                    return Map.entry(codes[next], answers[next++]);
                }
            };
        }
    }

    /** Answers that are still being given. */
    static final class Draft {

        private String[] codes = new String[16];
        private Answer[] answers = new Answer[16];
        private Index index = new Index(codes.length);
        private int size;

        /** Gives an answer, replacing an earlier one to the same question, whose place in the order it takes. */
        void put(String code, Answer answer) {
            Objects.requireNonNull(answer, "answer");
            int position = index.find(codes, Objects.requireNonNull(code, "code"));
            if (position < 0) {
                if (size == codes.length) {
                    codes = Arrays.copyOf(codes, 2 * size);
                    answers = Arrays.copyOf(answers, 2 * size);
                    index = new Index(codes.length);
                    for (int i = 0; i < size; i++) {
                        index.add(codes[i], i);
                    }
                }
                position = size++;
                codes[position] = code;
                index.add(code, position);
            }
            answers[position] = answer;
        }

        AnswerMap finished() {
            return new AnswerMap(Arrays.copyOf(codes, size), Arrays.copyOf(answers, size), index.copy());
        }
    }

    /** Where codes stand, found by their hash; a slot holds a position counted from 1, or 0 if it is free. */
    private static final class Index {

        private final int[] slots;

        Index(int mostCodes) {
            this(new int[2 * mostCodes]);
        }

        private Index(int[] slots) {
            this.slots = slots;
        }

        Index copy() {
            return new Index(slots.clone());
        }

        int find(String[] codes, @Nullable Object code) {
            int slot = slot(code);
            while (slots[slot] != 0) {
                if (codes[slots[slot] - 1].equals(code)) {
                    return slots[slot] - 1;
                }
                slot = (slot + 1) & (slots.length - 1);
            }
            return -1;
        }

        void add(String code, int position) {
            int slot = slot(code);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = position + 1;
        }

        private int slot(@Nullable Object code) {
            int hash = Objects.hashCode(code);
            return (hash ^ (hash >>> 16)) & (slots.length - 1);
        }
    }
}
