package vn.sipas.qr.replay;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.signing.SerialPermutation;

/**
 * The audit against ballot stuffing: do the receipts of each unit and day add up, and were they spent as visitors spend
 * them?
 *
 * <p>For each unit and issue day: issued = spent + unspent + void. Spent receipts that were void or never issued are named
 * apart, they must be none. Two figures invite a second look and prove nothing by themselves: the latency in whole days
 * between issue and vote, and the longest run of consecutive running numbers that were all spent, which is long when
 * somebody works through a stack. The audit flags; it deletes nothing.
 */
public final class BallotAudit {

    private BallotAudit() {}

    /**
     * Receipts that were issued together.
     *
     * @param unit the unit
     * @param issueDay the day of issue
     * @param firstNumber the first running number
     * @param count how many, at least 1
     * @param voided the running numbers among them that were spoilt or withdrawn
     */
    public record Issue(UnitNumber unit, LocalDate issueDay, long firstNumber, int count, Set<Long> voided) {

        public Issue {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(issueDay, "issueDay");
            voided = Set.copyOf(voided);
            if (count < 1 || firstNumber < 0) {
                throw new IllegalArgumentException(
                        "count must be at least 1 and firstNumber at least 0, were " + count + " and " + firstNumber);
            }
            for (long number : voided) {
                if (number < firstNumber || number >= firstNumber + count) {
                    throw new IllegalArgumentException("voided must lie among the issued, had " + number);
                }
            }
        }
    }

    /**
     * A receipt that was spent.
     *
     * @param unit the unit
     * @param number the running number
     * @param latencyDays the whole days between issue and vote; empty if the guard does not keep it
     */
    public record Spent(UnitNumber unit, long number, OptionalInt latencyDays) {

        public Spent {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(latencyDays, "latencyDays");
        }
    }

    /**
     * Finds the running numbers and latencies behind what a store has of one campaign.
     *
     * @param issues what was issued
     * @param campaign the campaign
     * @param serials the permutation that numbered the receipts
     * @param stored what the store has, such as {@link JdbcReplayGuard#spent} returns it
     * @return the spent receipts in the same order; the latency is there if the store keeps days and the number was
     *     issued
     */
    public static List<Spent> numbered(
            List<Issue> issues, int campaign, SerialPermutation serials, List<SpentSerial> stored) {
        Map<UnitNumber, List<Issue>> byUnit = new HashMap<>();
        issues.forEach(issue ->
                byUnit.computeIfAbsent(issue.unit(), unit -> new ArrayList<>()).add(issue));
        List<Spent> spent = new ArrayList<>();
        for (SpentSerial serial : stored) {
            long number = serials.runningNumber(campaign, serial.unit(), serial.serial());
            OptionalInt latency = OptionalInt.empty();
            for (Issue issue : byUnit.getOrDefault(serial.unit(), List.of())) {
                boolean among = number >= issue.firstNumber() && number < issue.firstNumber() + issue.count();
                if (among && serial.day().isPresent()) {
                    latency = OptionalInt.of((int) ChronoUnit.DAYS.between(
                            issue.issueDay(), serial.day().get()));
                }
            }
            spent.add(new Spent(serial.unit(), number, latency));
        }
        return spent;
    }

    /**
     * The account of one unit and day. Issued is always spent plus unspent plus void.
     *
     * @param unit the unit
     * @param issueDay the day of issue
     * @param issued how many were issued
     * @param spent how many of those that are not void were spent
     * @param unspent how many of those that are not void were not
     * @param voided how many are void
     * @param spentThoughVoid how many void ones were spent all the same; must be 0
     * @param longestRun the longest run of consecutive running numbers that were all spent
     * @param latencyDays how many votes came after so many days, by ascending days
     */
    public record Account(
            UnitNumber unit,
            LocalDate issueDay,
            int issued,
            int spent,
            int unspent,
            int voided,
            int spentThoughVoid,
            int longestRun,
            Map<Integer, Integer> latencyDays) {

        public Account {
            latencyDays = Collections.unmodifiableMap(new TreeMap<>(latencyDays));
        }
    }

    /**
     * The outcome.
     *
     * @param accounts one for each unit and issue day, in that order
     * @param neverIssued spent numbers that nobody issued; must be empty
     */
    public record Report(List<Account> accounts, List<Spent> neverIssued) {

        public Report {
            accounts = List.copyOf(accounts);
            neverIssued = List.copyOf(neverIssued);
        }

        /**
         * Tells whether everything adds up.
         *
         * @return whether nothing was spent that was void or never issued
         */
        public boolean balanced() {
            return neverIssued.isEmpty() && accounts.stream().allMatch(account -> account.spentThoughVoid() == 0);
        }
    }

    /**
     * Audits one campaign.
     *
     * @param issues what was issued, without overlaps inside a unit
     * @param spent what was spent, each number of a unit once
     * @return the report
     * @throws IllegalArgumentException if two issues of a unit overlap
     */
    public static Report of(List<Issue> issues, List<Spent> spent) {
        requireDisjoint(issues);
        Map<UnitNumber, Map<Long, OptionalInt>> spentByUnit = new HashMap<>();
        for (Spent vote : spent) {
            spentByUnit.computeIfAbsent(vote.unit(), unit -> new HashMap<>()).put(vote.number(), vote.latencyDays());
        }
        Map<UnitNumber, Set<Long>> matched = new HashMap<>();
        Map<UnitNumber, Map<LocalDate, List<Issue>>> byUnitAndDay = new TreeMap<>();
        for (Issue issue : issues) {
            byUnitAndDay
                    .computeIfAbsent(issue.unit(), unit -> new TreeMap<>())
                    .computeIfAbsent(issue.issueDay(), day -> new ArrayList<>())
                    .add(issue);
        }
        List<Account> accounts = new ArrayList<>();
        byUnitAndDay.forEach((unit, days) -> days.forEach((day, ofDay) -> accounts.add(account(
                unit,
                day,
                ofDay,
                spentByUnit.getOrDefault(unit, Map.of()),
                matched.computeIfAbsent(unit, key -> new HashSet<>())))));
        List<Spent> neverIssued = spent.stream()
                .filter(vote -> !matched.getOrDefault(vote.unit(), Set.of()).contains(vote.number()))
                .toList();
        return new Report(accounts, neverIssued);
    }

    private static Account account(
            UnitNumber unit, LocalDate day, List<Issue> issues, Map<Long, OptionalInt> spent, Set<Long> matched) {
        int issued = 0;
        int valid = 0;
        int voided = 0;
        int spentThoughVoid = 0;
        int longestRun = 0;
        Map<Integer, Integer> latency = new TreeMap<>();
        for (Issue issue : issues) {
            int run = 0;
            issued += issue.count();
            voided += issue.voided().size();
            for (long number = issue.firstNumber(); number < issue.firstNumber() + issue.count(); number++) {
                if (!spent.containsKey(number)) {
                    run = 0;
                    continue;
                }
                matched.add(number);
                longestRun = Math.max(longestRun, ++run);
                if (issue.voided().contains(number)) {
                    spentThoughVoid++;
                } else {
                    valid++;
                }
                spent.getOrDefault(number, OptionalInt.empty()).ifPresent(days -> latency.merge(days, 1, Integer::sum));
            }
        }
        return new Account(
                unit, day, issued, valid, issued - voided - valid, voided, spentThoughVoid, longestRun, latency);
    }

    private static void requireDisjoint(List<Issue> issues) {
        List<Issue> sorted = issues.stream()
                .sorted(Comparator.comparing(Issue::unit).thenComparingLong(Issue::firstNumber))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            Issue before = sorted.get(i - 1);
            Issue issue = sorted.get(i);
            if (before.unit().equals(issue.unit()) && before.firstNumber() + before.count() > issue.firstNumber()) {
                throw new IllegalArgumentException(
                        "issues must not overlap, unit " + issue.unit() + " has " + issue.firstNumber() + " twice");
            }
        }
    }
}
