package vn.sipas.qr.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.sipas.core.unit.UnitCode;

class UnitAliasTableTest {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final LocalDate LATER = LocalDate.of(2027, 1, 1);
    private static final UnitAliasTable TABLE = UnitAliasTable.of(List.of(
            alias(10, REFORM, 20),
            alias(20, REFORM, 30),
            alias(40, REFORM, 50),
            alias(40, REFORM, 51),
            alias(20, LATER, 60)));

    @Test
    void oldCodesMeanTheSuccessorAndNewOnesTheNewOwnerOfTheNumber() {
        LocalDate before = REFORM.minusDays(1);
        assertEquals(
                new UnitResolution.Successor(UnitNumber.of(20), UnitNumber.of(30)),
                TABLE.resolve(UnitNumber.of(20), before));
        assertEquals(
                new UnitResolution.Successor(UnitNumber.of(20), UnitNumber.of(60)),
                TABLE.resolve(UnitNumber.of(20), REFORM));
        assertEquals(new UnitResolution.Unchanged(UnitNumber.of(20)), TABLE.resolve(UnitNumber.of(20), LATER));
    }

    @Test
    void reformsFollowOneAnother() {
        assertEquals(
                new UnitResolution.Successor(UnitNumber.of(10), UnitNumber.of(60)),
                TABLE.resolve(UnitNumber.of(10), REFORM.minusDays(1)));
    }

    @Test
    void aSplitUnitHasCandidates() {
        assertEquals(
                new UnitResolution.Split(UnitNumber.of(40), List.of(UnitNumber.of(50), UnitNumber.of(51))),
                TABLE.resolve(UnitNumber.of(40), REFORM.minusDays(1)));
    }

    @Test
    void readsOfficialAndOwnUnitCodes() {
        assertEquals(Optional.of(UnitNumber.of(7210)), UnitNumber.ofCode(UnitCode.of("07210")));
        assertEquals(Optional.of(UnitNumber.of(100_001)), UnitNumber.ofCode(UnitCode.of("100001")));
        assertEquals("07210", UnitNumber.of(7210).toString());
        for (String code : List.of("24", "7210", "007210", "0100001", "00000", "1048576", "A0001", "99999999")) {
            assertEquals(Optional.empty(), UnitNumber.ofCode(UnitCode.of(code)), code);
        }
    }

    private static UnitAlias alias(int printed, LocalDate day, int successor) {
        return new UnitAlias(UnitNumber.of(printed), day, UnitNumber.of(successor));
    }
}
