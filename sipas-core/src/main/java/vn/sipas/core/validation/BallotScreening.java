package vn.sipas.core.validation;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.sipas.core.response.BallotFault;
import vn.sipas.core.response.BallotFunnel;
import vn.sipas.core.response.Response;
import vn.sipas.core.response.Wave;
import vn.sipas.core.survey.Survey;

/**
 * Passes the ballots of a wave through the rules one by one and counts what becomes of them. The first ballot with an id
 * counts, later ones are duplicates.
 *
 * <p>Not safe for use by several threads. Screenings of ballots with different ids, such as those of different units,
 * are joined by {@link BallotFunnel#combine}.
 */
public final class BallotScreening {

    private final BallotRules rules;
    private final Survey survey;
    private final Wave wave;
    private final Predicate<String> isFirst;
    private final Map<BallotFault, Long> invalid = new EnumMap<>(BallotFault.class);
    private long valid;

    private BallotScreening(BallotRules rules, Survey survey, Wave wave, Predicate<String> isFirst) {
        this.rules = Objects.requireNonNull(rules, "rules");
        this.survey = Objects.requireNonNull(survey, "survey");
        this.wave = Objects.requireNonNull(wave, "wave");
        this.isFirst = Objects.requireNonNull(isFirst, "isFirst");
    }

    /**
     * Starts a screening that remembers every id in memory.
     *
     * @param rules the rules
     * @param survey the survey in the revision that was answered
     * @param wave the wave that is evaluated
     * @return the screening
     */
    public static BallotScreening of(BallotRules rules, Survey survey, Wave wave) {
        Set<String> seen = new HashSet<>();
        return new BallotScreening(rules, survey, wave, seen::add);
    }

    /**
     * Starts a screening in bounded memory.
     *
     * @param rules the rules
     * @param survey the survey in the revision that was answered
     * @param wave the wave that is evaluated
     * @param isFirst asked once for each ballot that could be read; whether its id was not seen before, for example
     *     because the host's database has a unique key
     * @return the screening
     */
    public static BallotScreening of(BallotRules rules, Survey survey, Wave wave, Predicate<String> isFirst) {
        return new BallotScreening(rules, survey, wave, isFirst);
    }

    /**
     * Takes a ballot.
     *
     * @param response the ballot
     * @return whether it is valid, and why not
     */
    public BallotVerdict accept(Response response) {
        BallotVerdict verdict = rules.judge(response, survey, wave);
        boolean readable = !verdict.fault().equals(Optional.of(BallotFault.UNREADABLE));
        if (readable && !isFirst.test(response.id())) {
            verdict = new BallotVerdict(
                    Optional.of(BallotFault.DUPLICATE), verdict.asked(), verdict.answered(), verdict.contradictions());
        }
        verdict.fault().ifPresentOrElse(this::count, () -> valid++);
        return verdict;
    }

    /** Counts a ballot that came back and could not be read at all. */
    public void acceptUnreadable() {
        count(BallotFault.UNREADABLE);
    }

    /**
     * Returns what became of the ballots so far.
     *
     * @return the funnel, without the number of ballots sent
     */
    public BallotFunnel funnel() {
        long returned =
                valid + invalid.values().stream().mapToLong(Long::longValue).sum();
        return new BallotFunnel(OptionalLong.empty(), OptionalLong.of(returned), valid, new TreeMap<>(invalid));
    }

    private void count(BallotFault fault) {
        invalid.merge(fault, 1L, Math::addExact);
    }
}
