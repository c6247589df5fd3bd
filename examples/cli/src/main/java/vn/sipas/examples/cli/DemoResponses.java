package vn.sipas.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemException;
import vn.sipas.core.response.BallotFunnel;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.unit.Unit;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.validation.BallotRules;
import vn.sipas.core.validation.BallotScreening;
import vn.sipas.io.ReadReport;
import vn.sipas.io.catalog.Catalog;
import vn.sipas.io.catalog.CatalogKind;
import vn.sipas.io.csv.ResponseCsvReader;
import vn.sipas.io.csv.ResponseCsvWriter;
import vn.sipas.io.csv.ResponseLayout;
import vn.sipas.io.file.WholeFile;
import vn.sipas.io.json.SurveyJson;
import vn.sipas.io.simulate.ResponseSimulator;

/**
 * The answers of the wave: simulated, written to a file, and read back as a host would read them, with every ballot
 * judged.
 *
 * @param survey the questionnaire
 * @param report what became of the rows of the file
 * @param funnel what became of the ballots
 * @param valid the ballots that count
 */
record DemoResponses(Survey survey, ReadReport report, BallotFunnel funnel, List<Response> valid) {

    static DemoResponses collect(OctoberWave wave, long seed, DemoPosters posters, Path file) throws IOException {
        Survey survey = Catalog.standard()
                .open("catalog:bac-giang-2024-10", CatalogKind.survey(SurveyJson.standalone()))
                .orThrow();
        try (WholeFile target = WholeFile.at(file)) {
            try (ResponseCsvWriter writer =
                    ResponseCsvWriter.open(target.output(), survey, ResponseLayout.WIDE, List.of())) {
                new ResponseSimulator(wave.plan(survey))
                        .forEach(response -> write(writer, response.withAssurance(posters.assurance(response.unit()))));
            }
            target.commit();
        }
        Set<UnitCode> known = wave.communes().stream().map(Unit::code).collect(Collectors.toSet());
        BallotScreening screening = BallotScreening.of(BallotRules.assumed(), survey, OctoberWave.WAVE);
        List<Response> valid = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        ReadReport report = ResponseCsvReader.of(survey)
                .withKnownUnits(known::contains)
                .read(
                        file,
                        response -> {
                            if (screening.accept(response).isValid()) {
                                valid.add(response);
                            }
                        },
                        problems::add)
                .orThrow();
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return new DemoResponses(survey, report, screening.funnel(), valid);
    }

    private static void write(ResponseCsvWriter writer, Response response) {
        try {
            writer.write(response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
