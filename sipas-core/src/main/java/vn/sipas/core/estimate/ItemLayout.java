package vn.sipas.core.estimate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.sipas.core.design.SampleDesign;

/** Where each item's numbers lie in the arrays of a {@link Cell}. */
final class ItemLayout {

    private final List<RatedItem> items;
    private final Map<String, Integer> indices = new HashMap<>();
    private final boolean weighted;
    private final ItemMoments moments;
    private final int[] levels;
    private final int[] levelOffsets;
    private final int[] countOffsets;
    /** Per item the scores of the levels, one array per kind of score kept. */
    private final double[][][] momentScores;

    ItemLayout(List<RatedItem> items, SampleDesign.Weighting weighting, ItemMoments moments) {
        this.items = List.copyOf(items);
        this.weighted = weighting == SampleDesign.Weighting.GIVEN;
        this.moments = Objects.requireNonNull(moments, "moments");
        int size = this.items.size();
        if (size == 0) {
            throw new IllegalArgumentException("items must not be empty");
        }
        levels = new int[size];
        levelOffsets = new int[size + 1];
        countOffsets = new int[size + 1];
        momentScores = new double[size][][];
        for (int i = 0; i < size; i++) {
            RatedItem item = this.items.get(i);
            if (indices.put(item.code(), i) != null) {
                throw new IllegalArgumentException("items must have unique codes, \"" + item.code() + "\" repeats");
            }
            levels[i] = item.levels();
            levelOffsets[i + 1] = levelOffsets[i] + levels[i];
            countOffsets[i + 1] = countOffsets[i] + levels[i] + MissingAnswer.KINDS;
            double[] favourable = Statistic.FAVOURABLE_SHARE.scores(item.scale());
            double[] value = Statistic.MEAN.scores(item.scale());
            momentScores[i] = switch (moments) {
                case NONE -> new double[0][];
                case FAVOURABLE -> new double[][] {favourable};
                case VALUE -> new double[][] {value};
                case FAVOURABLE_AND_VALUE -> new double[][] {favourable, value};
            };
        }
    }

    List<RatedItem> items() {
        return items;
    }

    int index(String code) {
        Integer index = indices.get(code);
        if (index == null) {
            throw new IllegalArgumentException("item must be one of " + indices.keySet() + ", was \"" + code + "\"");
        }
        return index;
    }

    boolean weighted() {
        return weighted;
    }

    ItemMoments moments() {
        return moments;
    }

    int levels(int item) {
        return levels[item];
    }

    int countAt(int item) {
        return countOffsets[item];
    }

    int sumAt(int item) {
        return RatingDistribution.STRIDE * levelOffsets[item];
    }

    double[][] momentScores(int item) {
        return momentScores[item];
    }

    /** The variable "answered item"; the scores of the item follow it. */
    int momentVariable(int item) {
        return item * variablesPerItem();
    }

    private int variablesPerItem() {
        return 1 + momentScores[0].length;
    }

    int countsSize() {
        return countOffsets[items.size()];
    }

    int sumsSize() {
        return weighted ? RatingDistribution.STRIDE * levelOffsets[items.size()] : 0;
    }

    int momentsSize() {
        int variables = variablesPerItem() * items.size();
        return moments == ItemMoments.NONE ? 0 : variables * (variables + 1);
    }

    /** Returns Σw of a level. */
    double levelWeight(Cell cell, int item, int level) {
        if (!weighted) {
            return cell.counts[countOffsets[item] + level];
        }
        int at = sumAt(item) + RatingDistribution.STRIDE * level;
        return cell.sums[at] + cell.sums[at + 1];
    }

    /** The place of the product of two variables. */
    static int momentAt(int first, int second) {
        int greater = Math.max(first, second);
        return greater * (greater + 1) + 2 * Math.min(first, second);
    }

    /** The answers of a row that was drawn but answers for nobody: it stays in the design, its questions count as not asked. */
    int[] withoutWeight(int[] answers, int from) {
        check(answers, from);
        int[] notAsked = new int[levels.length];
        Arrays.fill(notAsked, MissingAnswer.NOT_ASKED.code());
        return notAsked;
    }

    void count(Cell cell, double weight, int[] answers, int from) {
        check(answers, from);
        cell.rows = Math.incrementExact(cell.rows);
        int[] counts = cell.counts;
        for (int i = 0; i < levels.length; i++) {
            int at = countAt(i, answers[from + i]);
            counts[at] = Math.incrementExact(counts[at]);
        }
        addSums(cell, weight, 1.0, answers, from);
    }

    /** Takes back a row; sums of what nobody answered any more are exactly 0. */
    void uncount(Cell cell, double weight, int[] answers, int from) {
        check(answers, from);
        int[] counts = cell.counts;
        for (int i = 0; i < levels.length; i++) {
            if (counts[countAt(i, answers[from + i])] == 0) {
                throw new IllegalArgumentException("answers must have been counted, those to item \""
                        + items.get(i).code() + "\" were not");
            }
        }
        cell.rows--;
        for (int i = 0; i < levels.length; i++) {
            counts[countAt(i, answers[from + i])]--;
        }
        addSums(cell, weight, -1.0, answers, from);
        if (cell.rows == 0) {
            Arrays.fill(cell.rowSums, 0.0);
            Arrays.fill(cell.moments, 0.0);
        }
        for (int i = 0; i < levels.length && weighted; i++) {
            int answer = answers[from + i];
            if (answer >= 0 && counts[countAt(i, answer)] == 0) {
                int at = sumAt(i) + RatingDistribution.STRIDE * answer;
                Arrays.fill(cell.sums, at, at + RatingDistribution.STRIDE, 0.0);
            }
        }
    }

    private int countAt(int item, int answer) {
        return countOffsets[item] + (answer >= 0 ? answer : levels[item] - 1 - answer);
    }

    /** Adds the weight and the square of the weight of a row, or takes them away, wherever it counts. */
    private void addSums(Cell cell, double weight, double sign, int[] answers, int from) {
        double signed = sign * weight;
        double square = signed * weight;
        if (weighted) {
            double[] sums = cell.sums;
            double rest = Math.fma(signed, weight, -square);
            addWeight(cell.rowSums, 0, signed, square, rest);
            for (int i = 0; i < levels.length; i++) {
                int answer = answers[from + i];
                if (answer >= 0) {
                    addWeight(sums, RatingDistribution.STRIDE * (levelOffsets[i] + answer), signed, square, rest);
                }
            }
        }
        if (moments != ItemMoments.NONE) {
            countProducts(cell.moments, square, answers, from);
        }
    }

    private void check(int[] answers, int from) {
        if (from < 0 || answers.length - from < levels.length) {
            throw new IllegalArgumentException(
                    "answers must hold " + levels.length + " from position " + from + ", held " + answers.length);
        }
        for (int i = 0; i < levels.length; i++) {
            int answer = answers[from + i];
            if (answer >= levels[i] || answer < -MissingAnswer.KINDS) {
                throw new IllegalArgumentException("answers must be in [-" + MissingAnswer.KINDS + ", " + levels[i]
                        + ") for item \"" + items.get(i).code() + "\", was " + answer);
            }
        }
    }

    private static void addWeight(double[] sums, int at, double weight, double square, double rest) {
        ExactSum.add(sums, at, weight);
        ExactSum.add(sums, at + 2, square, rest);
    }

    private void countProducts(double[] products, double square, int[] answers, int from) {
        int perItem = variablesPerItem();
        for (int i = 0; i < levels.length; i++) {
            for (int v = 0; answers[from + i] >= 0 && v < perItem; v++) {
                double left = square * moment(i, v, answers[from + i]);
                int variable = perItem * i + v;
                for (int j = 0; j <= i; j++) {
                    int end = j == i ? v + 1 : perItem;
                    for (int w = 0; answers[from + j] >= 0 && w < end; w++) {
                        double product = left * moment(j, w, answers[from + j]);
                        ExactSum.add(products, momentAt(variable, perItem * j + w), product);
                    }
                }
            }
        }
    }

    /** The value of the variable of an item: 1 for "answered", then its scores. */
    private double moment(int item, int variable, int answer) {
        return variable == 0 ? 1.0 : momentScores[item][variable - 1][answer];
    }
}
