package vn.sipas.qr.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.sipas.qr.payload.UnitNumber;

/** The expected counts were counted by hand from the few receipts below. */
class BallotAuditTest {

    private static final UnitNumber UNIT = UnitNumber.of(7210);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Test
    void issuedIsSpentPlusUnspentPlusVoid() {
        BallotAudit.Report report = BallotAudit.of(
                List.of(
                        new BallotAudit.Issue(UNIT, DAY, 0, 10, Set.of(9L)),
                        new BallotAudit.Issue(UNIT, DAY.plusDays(1), 10, 3, Set.of())),
                List.of(spent(0, 0), spent(2, 0), spent(3, 1), spent(4, 1), spent(11, 7)));
        assertEquals(
                new BallotAudit.Account(UNIT, DAY, 10, 4, 5, 1, 0, 3, Map.of(0, 2, 1, 2)),
                report.accounts().get(0));
        assertEquals(
                new BallotAudit.Account(UNIT, DAY.plusDays(1), 3, 1, 2, 0, 0, 1, Map.of(7, 1)),
                report.accounts().get(1));
        assertTrue(report.balanced());
    }

    @Test
    void namesWhatWasVoidOrNeverIssued() {
        BallotAudit.Report report = BallotAudit.of(
                List.of(new BallotAudit.Issue(UNIT, DAY, 0, 10, Set.of(9L))), List.of(spent(9, 0), spent(10, 0)));
        assertEquals(1, report.accounts().get(0).spentThoughVoid());
        assertEquals(9, report.accounts().get(0).unspent());
        assertEquals(List.of(spent(10, 0)), report.neverIssued());
        assertFalse(report.balanced());
    }

    @Test
    void overlappingIssuesAreRefused() {
        List<BallotAudit.Issue> overlapping = List.of(
                new BallotAudit.Issue(UNIT, DAY, 0, 10, Set.of()), new BallotAudit.Issue(UNIT, DAY, 9, 1, Set.of()));
        assertThrows(IllegalArgumentException.class, () -> BallotAudit.of(overlapping, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new BallotAudit.Issue(UNIT, DAY, 0, 10, Set.of(10L)));
    }

    private static BallotAudit.Spent spent(long number, int latency) {
        return new BallotAudit.Spent(UNIT, number, OptionalInt.of(latency));
    }
}
