package vn.sipas.io.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

class IdentifierMemoryPropertyTest {

    private static final Place PLACE = Place.in("in.csv", 12);

    private static boolean add(IdentifierMemory memory, String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return memory.add(bytes, 0, bytes.length);
    }

    @Provide
    Arbitrary<List<String>> ids() {
        Arbitrary<String> numbered = Arbitraries.strings().withChars("01a-").ofMaxLength(4);
        Arbitrary<String> longNumbers =
                Arbitraries.strings().numeric().ofMinLength(15).ofMaxLength(25);
        return Arbitraries.oneOf(numbered, longNumbers, Arbitraries.strings().ofMaxLength(10))
                .list()
                .ofMaxSize(400);
    }

    @Property(tries = 300)
    void remembersLikeASet(@ForAll("ids") List<String> ids) {
        IdentifierMemory memory = new IdentifierMemory(1000);
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            String readable = id.replaceAll("\\p{Cs}", "?");
            assertEquals(seen.add(readable), add(memory, readable), readable);
        }
        assertEquals(Optional.empty(), memory.newlyFull(PLACE));
    }

    @Example
    void findsARepeatedIdAmongAMillionOthers() {
        IdentifierMemory memory = new IdentifierMemory(1_000_000);
        for (int i = 0; i < 1_000_000; i++) {
            assertTrue(add(memory, (i % 2 == 0 ? "" : Long.toHexString(i * 0x9e3779b97f4a7c15L) + "-x-") + i));
        }
        assertFalse(add(memory, "500000"));
        assertFalse(add(memory, Long.toHexString(3 * 0x9e3779b97f4a7c15L) + "-x-3"));
        assertTrue(add(memory, "0500000"));
    }

    @Example
    void saysWhenItIsFull() {
        IdentifierMemory memory = new IdentifierMemory(10);
        for (int i = 0; i < 11; i++) {
            assertTrue(add(memory, "x" + "abcdefghijk".charAt(i)));
        }
        assertEquals(
                "id.not-remembered in.csv:12",
                memory.newlyFull(PLACE).map(Problem::code).orElseThrow() + " " + PLACE);
        assertEquals(Optional.empty(), memory.newlyFull(PLACE), "once");
        assertFalse(add(memory, "xa"));
        assertTrue(add(memory, "xk"));
    }
}
