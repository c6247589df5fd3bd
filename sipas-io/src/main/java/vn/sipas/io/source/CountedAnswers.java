package vn.sipas.io.source;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import vn.sipas.core.Place;
import vn.sipas.core.estimate.RatingDistribution;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.unit.UnitCode;

/**
 * How often each level of a scale was given in one place and time, as a terminal counts it. It stays a distribution: no
 * respondents are invented, so that nothing can be crossed with anything and no two counts of one person be joined.
 *
 * @param unit the unit the answers are about
 * @param servicePoint the terminal or experience point, if known
 * @param question what was asked, with its scale
 * @param day the day, if known
 * @param hour the hour of the day in the closed interval [0, 23], if counted by hour
 * @param counts how often each level was given, one number for each level of the scale from the least favourable; each at
 *     least 0
 * @param place where the counts stand
 */
public record CountedAnswers(
        UnitCode unit,
        Optional<String> servicePoint,
        RatingQuestion question,
        Optional<LocalDate> day,
        OptionalInt hour,
        List<Long> counts,
        Place place) {

    public CountedAnswers {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(servicePoint, "servicePoint");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(place, "place");
        counts = List.copyOf(counts);
        int levels = question.scale().levels().size();
        if (counts.size() != levels) {
            throw new IllegalArgumentException("counts must number " + levels + ", were " + counts.size());
        }
        if (counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("counts must be at least 0");
        }
        if (hour.isPresent() && (hour.getAsInt() < 0 || hour.getAsInt() > 23)) {
            throw new IllegalArgumentException("hour must be in [0, 23], was " + hour.getAsInt());
        }
    }

    /**
     * Returns the counts as a distribution, ready to be combined with others of the same scale and read as shares and
     * means.
     *
     * @return the distribution
     */
    public RatingDistribution distribution() {
        return RatingDistribution.ofCounts(
                question.scale(), counts.stream().mapToLong(Long::longValue).toArray());
    }

    /**
     * Returns how many answers were counted.
     *
     * @return the sum of the counts
     */
    public long answers() {
        return counts.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    }
}
