package vn.sipas.core.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sipas.core.Language;

class BallotFunnelPropertyTest {

    /** A share printed with four decimals. */
    private static final double PRINTED = 5e-5;

    // SIPAS 2021: 30,000 sent, 28,439 returned, 28,372 valid.
    // https://ninhthuan.gov.vn/portal/Pages/2022-5-30/Ket-qua-Chi-so-SIPAS-2021-cua-tinh-Ninh-Thuanci8mb0.aspx
    private static final BallotFunnel SIPAS_2021 =
            BallotFunnel.published(OptionalLong.of(30_000), OptionalLong.of(28_439), 28_372);

    // SIPAS 2019: 36,630 selected, 35,268 valid; how many came back was not published.
    // https://thoibaonganhang.vn/sipas-2019-ty-le-nguoi-dan-to-chuc-hai-long-voi-co-quan-hanh-chinh-dat-8445-101922.html
    private static final BallotFunnel SIPAS_2019 =
            BallotFunnel.published(OptionalLong.of(36_630), OptionalLong.empty(), 35_268);

    @Example
    void thePublishedFunnelOf2021Adds() {
        assertEquals(Map.of(BallotFault.UNSTATED, 67L), SIPAS_2021.invalid(), "28439 - 28372, by hand");
        // 28439 / 30000 and 28372 / 28439, by bc with scale=4 after rounding
        assertEquals(0.9480, SIPAS_2021.returnRate().orElseThrow().value(), PRINTED);
        assertEquals(0.9976, SIPAS_2021.validRate().orElseThrow().value(), PRINTED);
        assertEquals("""
                Sent                 30000
                Returned             28439
                Valid                28372
                  – No reason given     67
                """, SIPAS_2021.toTable(Language.EN));
    }

    @Example
    void whatWasNotPublishedStaysUnknown() {
        assertTrue(SIPAS_2019.returnRate().isEmpty());
        assertTrue(SIPAS_2019.validRate().isEmpty());
        assertEquals(0.9628, SIPAS_2019.validShareOfSent().orElseThrow().value(), PRINTED, "35268 / 36630");
        assertEquals("Phát ra  36630\nThu về       –\nHợp lệ   35268\n", SIPAS_2019.toTable(Language.VI));
        BallotFunnel both = SIPAS_2019.combine(SIPAS_2021);
        assertEquals(OptionalLong.of(66_630), both.sent());
        assertEquals(OptionalLong.empty(), both.returned());
        assertEquals(63_640, both.valid());
        assertEquals(67, both.invalidTotal(), "known faults are kept");
    }

    @Example
    void countsThatDoNotAgreeCannotExist() {
        assertThrows(
                IllegalArgumentException.class,
                () -> BallotFunnel.published(OptionalLong.of(100), OptionalLong.of(50), 51));
        assertThrows(
                IllegalArgumentException.class,
                () -> BallotFunnel.published(OptionalLong.of(40), OptionalLong.of(50), 50));
        assertThrows(
                IllegalArgumentException.class,
                () -> new BallotFunnel(OptionalLong.empty(), OptionalLong.of(3), 1, new TreeMap<>()));
        assertThrows(IllegalArgumentException.class, () -> SIPAS_2021.withSent(28_438));
    }

    @Property(tries = 200)
    void combiningIsAssociativeCommutativeAndHasANeutralElement(
            @ForAll("funnels") BallotFunnel a, @ForAll("funnels") BallotFunnel b, @ForAll("funnels") BallotFunnel c) {
        assertEquals(a.combine(b), b.combine(a));
        assertEquals(a.combine(b).combine(c), a.combine(b.combine(c)));
        assertEquals(a, a.combine(BallotFunnel.empty()));
        assertEquals(a.valid() + b.valid(), a.combine(b).valid());
        assertEquals(a.invalidTotal() + b.invalidTotal(), a.combine(b).invalidTotal());
    }

    @Provide
    Arbitrary<BallotFunnel> funnels() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.maps(
                                Arbitraries.of(BallotFault.class),
                                Arbitraries.longs().between(1, 1_000)),
                        Arbitraries.longs().between(0, 1_000),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((valid, invalid, lost, sentKnown, returnedKnown) -> {
                    long returned = valid
                            + invalid.values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum();
                    return new BallotFunnel(
                            sentKnown ? OptionalLong.of(returned + lost) : OptionalLong.empty(),
                            returnedKnown ? OptionalLong.of(returned) : OptionalLong.empty(),
                            valid,
                            new TreeMap<>(invalid));
                });
    }
}
