package vn.sipas.core.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** The answers of a response against a linked map: the same, but for changes. */
class AnswerMapPropertyTest {

    @Property(tries = 300)
    void itIsALinkedMap(@ForAll @Size(max = 80) List<@AlphaChars @StringLength(min = 1, max = 2) String> codes) {
        Map<String, Answer> expected = new LinkedHashMap<>();
        AnswerMap.Draft draft = new AnswerMap.Draft();
        for (int i = 0; i < codes.size(); i++) {
            expected.put(codes.get(i), new Answer.Rated(i));
            draft.put(codes.get(i), new Answer.Rated(i));
        }
        AnswerMap answers = draft.finished();
        draft.put("later", Answer.NoAnswer.REFUSED);

        assertEquals(expected, answers);
        assertEquals(answers, expected);
        assertEquals(expected.hashCode(), answers.hashCode());
        assertEquals(expected.toString(), answers.toString());
        assertEquals(new ArrayList<>(expected.entrySet()), new ArrayList<>(answers.entrySet()));
        assertEquals(expected.size(), answers.size());
        for (String code : codes) {
            assertEquals(expected.get(code), answers.get(code));
            assertEquals(expected.containsKey(code + "x"), answers.containsKey(code + "x"));
        }
        assertEquals(AnswerMap.copyOf(expected), answers);
        assertSame(answers, AnswerMap.copyOf(answers));
        assertNull(answers.get(null));
        assertFalse(answers.containsKey("later"));
        assertNotEquals(draft.finished(), answers);
    }

    @Property(tries = 20)
    void nobodyCanChangeIt(@ForAll @Size(min = 1, max = 20) List<@AlphaChars @StringLength(3) String> codes) {
        AnswerMap.Draft draft = new AnswerMap.Draft();
        codes.forEach(code -> draft.put(code, Answer.NoAnswer.BLANK));
        Map<String, Answer> answers = draft.finished();
        assertThrows(UnsupportedOperationException.class, () -> answers.put("q", Answer.NoAnswer.BLANK));
        assertThrows(UnsupportedOperationException.class, () -> answers.remove(codes.get(0)));
        assertThrows(UnsupportedOperationException.class, answers::clear);
    }
}
