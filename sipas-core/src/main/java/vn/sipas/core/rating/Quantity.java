package vn.sipas.core.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.sipas.core.Fraction;

/**
 * A sum of facts, each times a factor, plus a constant: {@code constant + Σ factor · fact}.
 *
 * @param terms the terms, no fact twice
 * @param constant the constant
 */
public record Quantity(List<Term> terms, Fraction constant) {

    /**
     * One summand.
     *
     * @param fact the key of a fact
     * @param factor the factor, not 0
     */
    public record Term(String fact, Fraction factor) {

        public Term {
            Require.code("fact", fact);
            Require.that(factor.signum() != 0, "factor", "not 0", factor);
        }
    }

    public Quantity {
        terms = List.copyOf(terms);
        Objects.requireNonNull(constant, "constant");
        for (int i = 0; i < terms.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (terms.get(i).fact().equals(terms.get(j).fact())) {
                    throw Require.defect(
                            RatingProblem.CODE_REPEATED,
                            "sum[" + i + "]",
                            "code",
                            terms.get(i).fact());
                }
            }
        }
    }

    /**
     * Makes the quantity that is one fact.
     *
     * @param fact the key of the fact
     * @return the quantity
     */
    public static Quantity of(String fact) {
        return new Quantity(List.of(new Term(fact, Fraction.ONE)), Fraction.ZERO);
    }

    /**
     * Adds a fact.
     *
     * @param fact the key of the fact
     * @return the quantity
     */
    public Quantity plus(String fact) {
        return plus(fact, Fraction.ONE);
    }

    /**
     * Subtracts a fact.
     *
     * @param fact the key of the fact
     * @return the quantity
     */
    public Quantity minus(String fact) {
        return plus(fact, Fraction.of(-1, 1));
    }

    /**
     * Adds a multiple of a fact.
     *
     * @param fact the key of the fact
     * @param factor the factor, not 0
     * @return the quantity
     */
    public Quantity plus(String fact, Fraction factor) {
        List<Term> more = new ArrayList<>(terms);
        more.add(new Term(fact, factor));
        return new Quantity(more, constant);
    }
}
