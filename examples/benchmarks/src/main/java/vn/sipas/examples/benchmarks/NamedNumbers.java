package vn.sipas.examples.benchmarks;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Measured numbers by name. */
public final class NamedNumbers {

    private final Map<String, Double> numbers;

    NamedNumbers(Map<String, Double> numbers) {
        this.numbers = new TreeMap<>(numbers);
    }

    /**
     * Returns a number.
     *
     * @param name its name
     * @return the number
     */
    public double get(String name) {
        return Optional.ofNullable(numbers.get(name))
                .orElseThrow(
                        () -> new IllegalStateException("\"" + name + "\" was not measured, only " + numbers.keySet()));
    }
}
