package vn.sipas.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the JMH benchmarks of a class in fresh JVMs; forks, iterations, mode and unit are those of its annotations. */
public final class JmhRun {

    private JmhRun() {}

    /**
     * Runs every benchmark method of a class. What JMH prints goes to a file of the log directory.
     *
     * @param benchmarks the class
     * @return the median score of each method over its iterations, in {@code Mode.SampleTime} over its calls, in the unit of
     *     its annotation, by the name of the method, with {@code :parameter} for each parameter in the order of their names
     * @throws RunnerException if a benchmark fails
     * @throws IOException if the log cannot be written
     */
    public static NamedNumbers of(Class<?> benchmarks) throws RunnerException, IOException {
        Path log = ChildProcess.logs().resolve(benchmarks.getSimpleName() + ".log");
        Files.createDirectories(ChildProcess.logs());
        Map<String, Double> scores = new TreeMap<>();
        new Runner(new OptionsBuilder()
                        .include("^" + Pattern.quote(benchmarks.getName()) + "\\.")
                        .output(log.toString())
                        .shouldFailOnError(true)
                        .build())
                .run()
                .forEach(result -> {
                    StringBuilder name =
                            new StringBuilder(result.getParams().getBenchmark().replaceFirst("^.*\\.", ""));
                    result.getParams().getParamsKeys().stream().sorted().forEach(key -> name.append(':')
                            .append(result.getParams().getParam(key)));
                    scores.put(
                            name.toString(),
                            result.getPrimaryResult().getStatistics().getPercentile(50.0));
                });
        return new NamedNumbers(scores);
    }
}
