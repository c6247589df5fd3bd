package vn.sipas.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sipas.core.design.DesignWeight;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.survey.RatingScale;

/**
 * Degrees of freedom of domains: the fixture of samplics-org/svy issue 3 (svy-domain-df.csv), 4 strata of 4 units of 5 rows,
 * of which a domain leaves out two units of the first stratum and three of the last. The numbers are those that the issue and
 * its pull requests 94 and 95 print, confirmed there by R survey 4.5 and here by 4.1.1 (svymean and degf of subset).
 *
 * <p>The measurements have up to 16 significant digits, so each digit is a question and the mean a linear function of theirs.
 */
class DomainFixtureTest {

    private static final int DECIMALS = 15;
    private static final int DIGITS = DECIMALS + 2;
    private static final double PRINTED = 1e-9;

    private static final Estimator ESTIMATOR = Estimator.of(totals());

    private static SampleTotals totals() {
        RatingScale digits = NumberScale.of(IntStream.range(0, 10).toArray());
        List<RatedItem> items = IntStream.range(0, DIGITS)
                .mapToObj(i -> new RatedItem("digit" + i, digits))
                .toList();
        ResponseTally tally = ResponseTally.of(SampleDesign.clustered().weighted(), items);
        for (Map<String, String> row : GoldenFile.rows("svy-domain-df.csv")) {
            BigInteger number =
                    new BigDecimal(row.get("y")).movePointRight(DECIMALS).toBigIntegerExact();
            int[] answers = new int[DIGITS];
            for (int i = 0; i < DIGITS; i++) {
                BigInteger[] parts = number.divideAndRemainder(BigInteger.TEN);
                number = parts[0];
                answers[i] = parts[1].intValueExact();
            }
            tally.accept(
                    row.get("dom") + "|" + row.get("stratum"),
                    row.get("stratum"),
                    row.get("psu"),
                    DesignWeight.of(Double.parseDouble(row.get("w"))),
                    answers);
        }
        return tally.result();
    }

    private static Domain domain(String prefix) {
        return Domain.of(
                prefix,
                ESTIMATOR.totals().groups().stream()
                        .filter(group -> group.startsWith(prefix))
                        .toList());
    }

    private static Estimate mean(Domain domain) {
        double[] powers = new double[DIGITS];
        List<ItemTarget> targets = new ArrayList<>();
        for (int i = 0; i < DIGITS; i++) {
            powers[i] = Math.pow(10.0, i - (double) DECIMALS);
            targets.add(new ItemTarget(domain, "digit" + i, Statistic.MEAN));
        }
        JointEstimate joint = ESTIMATOR.joint(targets).orThrow();
        double value = 0.0;
        for (int i = 0; i < DIGITS; i++) {
            value += powers[i] * joint.value(i);
        }
        Interval reals = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        return joint.smooth(domain.name(), "y", "mean", value, reals, powers);
    }

    @Test
    void aDomainCountsTheUnitsAndStrataItHasRowsIn() {
        Estimate estimate = mean(domain("1|"));

        assertEquals(14.8967920329, estimate.value(), PRINTED);
        assertEquals(0.5903915609, estimate.standardError(), PRINTED);
        assertEquals(7.0, estimate.df());
        assertEquals(13.5007378301, estimate.interval().lower(), PRINTED);
        assertEquals(16.2928462357, estimate.interval().upper(), PRINTED);
        assertEquals(12.0, mean(Domain.all()).df());
        assertEquals(3.0, mean(domain("0|")).df());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3", "3, 3", "4, 0"})
    void aDomainWithinAStratumCountsItsUnitsOnly(String stratum, double df) {
        assertEquals(df, mean(domain("1|" + stratum)).df());
    }
}
