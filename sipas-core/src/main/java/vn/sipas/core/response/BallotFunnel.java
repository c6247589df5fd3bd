package vn.sipas.core.response;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.sipas.core.Language;
import vn.sipas.core.Proportion;

/**
 * What became of the ballots: sent, returned, valid (phiếu phát ra, thu về, hợp lệ), and why the others are not.
 *
 * <p>If {@code returned} is known, {@code returned = valid + Σ invalid}. A number that nobody knows is absent, never 0:
 * a survey by poster sends no ballots that could be counted, and some published funnels leave out how many came back.
 * Combining adds number by number; a number is known only if it is known on both sides. Combining is associative and
 * commutative, {@link #empty()} is neutral. Immutable and safe for use by several threads.
 *
 * @param sent ballots sent or persons selected, at least {@code returned} and at least {@code valid}
 * @param returned ballots that came back
 * @param valid ballots that count, at least 0
 * @param invalid ballots that came back and do not count, by reason; each count at least 1
 */
public record BallotFunnel(OptionalLong sent, OptionalLong returned, long valid, SortedMap<BallotFault, Long> invalid) {

    private static final BallotFunnel EMPTY =
            new BallotFunnel(OptionalLong.of(0), OptionalLong.of(0), 0, new TreeMap<>());

    public BallotFunnel {
        Objects.requireNonNull(sent, "sent");
        Objects.requireNonNull(returned, "returned");
        invalid = Collections.unmodifiableSortedMap(new TreeMap<>(invalid));
        if (valid < 0) {
            throw new IllegalArgumentException("valid must be at least 0, was " + valid);
        }
        long counted = valid;
        for (Map.Entry<BallotFault, Long> entry : invalid.entrySet()) {
            if (entry.getValue() < 1) {
                throw new IllegalArgumentException(
                        "invalid counts must be at least 1, " + entry.getKey() + " was " + entry.getValue());
            }
            counted = Math.addExact(counted, entry.getValue());
        }
        if (returned.isPresent() && returned.getAsLong() != counted) {
            throw new IllegalArgumentException(
                    "returned must be the sum of valid and invalid, " + counted + ", was " + returned.getAsLong());
        }
        if (sent.isPresent() && sent.getAsLong() < counted) {
            throw new IllegalArgumentException(
                    "sent must be at least valid plus invalid, " + counted + ", was " + sent.getAsLong());
        }
    }

    /**
     * Returns the funnel before the first ballot.
     *
     * @return nothing sent, returned or valid
     */
    public static BallotFunnel empty() {
        return EMPTY;
    }

    /**
     * Takes over a published funnel, which names no reasons: what came back and is not valid is
     * {@link BallotFault#UNSTATED}.
     *
     * @param sent ballots sent or persons selected, if published
     * @param returned ballots that came back, if published; at least {@code valid}
     * @param valid valid ballots
     * @return the funnel
     * @throws IllegalArgumentException if more are valid than came back, or came back than were sent
     */
    public static BallotFunnel published(OptionalLong sent, OptionalLong returned, long valid) {
        SortedMap<BallotFault, Long> invalid = new TreeMap<>();
        if (returned.isPresent() && returned.getAsLong() != valid) {
            invalid.put(BallotFault.UNSTATED, returned.getAsLong() - valid);
        }
        return new BallotFunnel(sent, returned, valid, invalid);
    }

    /**
     * Returns the number of ballots that came back and do not count, as far as known.
     *
     * @return the sum over all reasons
     */
    public long invalidTotal() {
        return invalid.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Returns the share of the ballots sent that came back.
     *
     * @return {@code returned ÷ sent}; absent if either is unknown or nothing was sent
     */
    public Optional<Proportion> returnRate() {
        return share(returned, sent);
    }

    /**
     * Returns the share of the ballots returned that are valid.
     *
     * @return {@code valid ÷ returned}; absent if unknown or nothing came back
     */
    public Optional<Proportion> validRate() {
        return share(OptionalLong.of(valid), returned);
    }

    /**
     * Returns the share of the ballots sent that are valid.
     *
     * @return {@code valid ÷ sent}; absent if unknown or nothing was sent
     */
    public Optional<Proportion> validShareOfSent() {
        return share(OptionalLong.of(valid), sent);
    }

    /**
     * Adds another funnel of other ballots, such as that of another unit.
     *
     * @param other the other funnel
     * @return the funnel of both
     */
    public BallotFunnel combine(BallotFunnel other) {
        EnumMap<BallotFault, Long> sum = new EnumMap<>(BallotFault.class);
        sum.putAll(invalid);
        other.invalid.forEach((fault, count) -> sum.merge(fault, count, Math::addExact));
        return new BallotFunnel(
                sum(sent, other.sent),
                sum(returned, other.returned),
                Math.addExact(valid, other.valid),
                new TreeMap<>(sum));
    }

    /**
     * Returns this funnel with the number of ballots sent.
     *
     * @param count ballots sent or persons selected, at least valid plus invalid
     * @return the funnel
     */
    public BallotFunnel withSent(long count) {
        return new BallotFunnel(OptionalLong.of(count), returned, valid, invalid);
    }

    /**
     * Prints the funnel as an aligned table, one line a stage; an unknown number is a dash.
     *
     * @param language the language of the labels
     * @return the table, each line ended by a line feed
     */
    public String toTable(Language language) {
        boolean vi = language == Language.VI;
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {vi ? "Phát ra" : "Sent", number(sent)});
        rows.add(new String[] {vi ? "Thu về" : "Returned", number(returned)});
        rows.add(new String[] {vi ? "Hợp lệ" : "Valid", Long.toString(valid)});
        invalid.forEach(
                (fault, count) -> rows.add(new String[] {"  – " + fault.label().in(language), Long.toString(count)}));
        int left = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        int right = rows.stream().mapToInt(row -> row[1].length()).max().orElse(0);
        StringBuilder table = new StringBuilder();
        for (String[] row : rows) {
            table.append(row[0])
                    .append(" ".repeat(left - row[0].length() + 2 + right - row[1].length()))
                    .append(row[1])
                    .append('\n');
        }
        return table.toString();
    }

    private static String number(OptionalLong count) {
        return count.isPresent() ? Long.toString(count.getAsLong()) : "–";
    }

    private static OptionalLong sum(OptionalLong left, OptionalLong right) {
        return left.isPresent() && right.isPresent()
                ? OptionalLong.of(Math.addExact(left.getAsLong(), right.getAsLong()))
                : OptionalLong.empty();
    }

    private static Optional<Proportion> share(OptionalLong part, OptionalLong whole) {
        return part.isPresent() && whole.isPresent() && whole.getAsLong() > 0
                ? Optional.of(Proportion.of(part.getAsLong(), whole.getAsLong()))
                : Optional.empty();
    }
}
