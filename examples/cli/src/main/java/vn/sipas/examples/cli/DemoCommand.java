package vn.sipas.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.sipas.core.Language;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.rating.StarRating;
import vn.sipas.io.file.WholeFile;
import vn.sipas.io.report.HtmlReport;

/** {@code sipas demo}: the main job from end to end, on the October 2024 wave of Bắc Giang with simulated answers. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the main job on the October 2024 wave of Bắc Giang: 209 commune offices, 12,300 answers.",
            "Unit names and the totals of three districts are real; all answers are simulated and say so."
        })
final class DemoCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "the folder to write to")
    private Path out = Path.of("");

    @Option(
            names = "--seed",
            defaultValue = "2024",
            paramLabel = "N",
            description = "the same seed gives the same answers (default: ${DEFAULT-VALUE})")
    private long seed;

    @Override
    public Integer call() throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        OctoberWave wave = new OctoberWave(seed);
        Path posters = Files.createDirectories(out.resolve("posters"));

        DemoPosters issued = DemoPosters.issue(wave, seed, posters);
        DemoResponses responses = DemoResponses.collect(wave, seed, issued, out.resolve("responses.csv"));
        DemoIndex index = DemoIndex.of(wave, responses);
        index.write(out);
        List<StarRating> ratings = index.rate(seed);
        DemoStars.write(wave, ratings, out.resolve("stars.csv"));
        Path report = out.resolve("report.html");
        WholeFile.write(
                report,
                HtmlReport.of(DemoReport.model(wave, issued, responses, index, ratings))
                        .toHtml());

        Path workbook = out.resolve("report.xlsx");
        DemoWorkbook.write(wave, index, ratings, workbook);

        Estimate province = index.province().estimate().orElseThrow();
        print.println("SIMULATED DATA (dữ liệu mô phỏng), seed " + seed);
        print.println(String.format(
                Locale.ROOT,
                "posters     %d signed codes, %d verified, in %s",
                issued.issued(),
                issued.verified(),
                posters));
        print.println(String.format(
                Locale.ROOT,
                "responses   %d read = %d kept + %d changed + %d set aside, in %s",
                responses.report().read(),
                responses.report().kept(),
                responses.report().changed(),
                responses.report().setAside(),
                out.resolve("responses.csv")));
        print.print(responses.funnel().toTable(Language.EN));
        print.println(String.format(
                Locale.ROOT,
                "index       %.2f (%.2f to %.2f) for the province; 209 communes, 10 districts in %s",
                province.value(),
                province.interval().lower(),
                province.interval().upper(),
                out.resolve("index.csv")));
        print.println("stars       " + DemoStars.distribution(ratings) + ", in " + out.resolve("stars.csv"));
        print.println("report      " + report + ", and as a workbook " + workbook);
        return ExitStatus.DONE;
    }
}
