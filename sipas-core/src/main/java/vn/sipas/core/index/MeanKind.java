package vn.sipas.core.index;

import vn.sipas.core.LocalizedText;

/**
 * How the values of components are averaged.
 *
 * <p>For the same values harmonic ≤ geometric ≤ arithmetic: the further down, the less a strong component makes up for
 * a weak one. Each mean is homogeneous of degree one, so by Euler's theorem the contributions {@code x·∂f/∂x} add up to
 * it.
 */
public enum MeanKind {
    /** Σ w·x; a component contributes w·x. */
    ARITHMETIC("arithmetic", LocalizedText.of("Trung bình cộng có trọng số", "Weighted arithmetic mean")),
    /** Π x^w, 0 as soon as one component is 0; a component contributes w times the mean. */
    GEOMETRIC("geometric", LocalizedText.of("Trung bình nhân có trọng số", "Weighted geometric mean")),
    /** 1 ÷ Σ (w ÷ x), 0 as soon as one component is 0; a component contributes w·mean² ÷ x. */
    HARMONIC("harmonic", LocalizedText.of("Trung bình điều hòa có trọng số", "Weighted harmonic mean"));

    private final String id;
    private final LocalizedText label;

    MeanKind(String id, LocalizedText label) {
        this.id = id;
        this.label = label;
    }

    /**
     * Returns the name in files.
     *
     * @return a lower-case word
     */
    public String id() {
        return id;
    }

    /**
     * Returns the name in reports.
     *
     * @return the label
     */
    public LocalizedText label() {
        return label;
    }
}
