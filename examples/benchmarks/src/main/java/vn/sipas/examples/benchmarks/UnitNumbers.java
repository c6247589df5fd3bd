package vn.sipas.examples.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Numbers by unit, passed from a measured program to the one that compares. */
final class UnitNumbers {

    private final SortedMap<String, double[]> byUnit = new TreeMap<>();

    void put(String unit, double[] numbers) {
        byUnit.put(unit, numbers);
    }

    /** A number that differs if any of them does, short of an accident. */
    double sum() {
        double sum = 0.0;
        for (double[] numbers : byUnit.values()) {
            for (double number : numbers) {
                sum += number;
            }
        }
        return sum;
    }

    void write(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(byUnit.size());
            for (Map.Entry<String, double[]> entry : byUnit.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().length);
                for (double number : entry.getValue()) {
                    out.writeDouble(number);
                }
            }
        }
    }

    static UnitNumbers read(Path file) throws IOException {
        UnitNumbers read = new UnitNumbers();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int units = in.readInt(); units > 0; units--) {
                String unit = in.readUTF();
                double[] numbers = new double[in.readInt()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = in.readDouble();
                }
                read.put(unit, numbers);
            }
        }
        return read;
    }

    /** Reads lines of a unit and its numbers, separated by commas. */
    static UnitNumbers readText(Path file) throws IOException {
        UnitNumbers read = new UnitNumbers();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            int comma = line.indexOf(',');
            read.put(
                    line.substring(0, comma),
                    Pattern.compile(",")
                            .splitAsStream(line.substring(comma + 1))
                            .mapToDouble(number -> Double.parseDouble(number.strip()))
                            .toArray());
        }
        return read;
    }

    /** The greatest relative difference; infinite if one side lacks a number. */
    double greatestDifference(UnitNumbers other) {
        if (!byUnit.keySet().equals(other.byUnit.keySet())) {
            return Double.POSITIVE_INFINITY;
        }
        double greatest = 0.0;
        for (Map.Entry<String, double[]> entry : byUnit.entrySet()) {
            double[] here = entry.getValue();
            double[] there = other.byUnit.getOrDefault(entry.getKey(), new double[0]);
            if (here.length != there.length) {
                return Double.POSITIVE_INFINITY;
            }
            for (int i = 0; i < here.length; i++) {
                double difference = Math.abs(here[i] - there[i]) / Math.max(1e-300, Math.abs(here[i]));
                greatest = Math.max(greatest, here[i] == there[i] ? 0.0 : difference);
            }
        }
        return greatest;
    }
}
