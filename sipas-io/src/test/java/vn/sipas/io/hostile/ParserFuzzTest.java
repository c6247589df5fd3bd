package vn.sipas.io.hostile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/**
 * Coverage-guided fuzzing of every parser with the invariants of {@link Parsers}. The default build replays the kept inputs
 * in the resources of this class; {@code JAZZER_FUZZ=1 mvn -pl sipas-io -am test -Dtest='ParserFuzzTest#ratings'
 * -Dsurefire.failIfNoSpecifiedTests=false} searches for new ones.
 */
class ParserFuzzTest {

    private static void parse(String name, byte[] bytes) throws IOException {
        Parsers.Parser parser = Parsers.all().get(name);
        if (parser == null) {
            throw new IllegalArgumentException("name must be that of a parser, was " + name);
        }
        parser.take(bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void ratings(byte[] bytes) throws IOException {
        parse("ratings", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void rows(byte[] bytes) throws IOException {
        parse("rows", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void wideResponses(byte[] bytes) throws IOException {
        parse("wideResponses", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void longResponses(byte[] bytes) throws IOException {
        parse("longResponses", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void responseLines(byte[] bytes) throws IOException {
        parse("responseLines", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void surveys(byte[] bytes) throws IOException {
        parse("surveys", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void indices(byte[] bytes) throws IOException {
        parse("indices", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void schemes(byte[] bytes) throws IOException {
        parse("schemes", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void scores(byte[] bytes) throws IOException {
        parse("scores", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void units(byte[] bytes) throws IOException {
        parse("units", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void mappings(byte[] bytes) throws IOException {
        parse("mappings", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void detection(byte[] bytes) throws IOException {
        parse("detection", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void importLimesurvey(byte[] bytes) throws IOException {
        parse("import limesurvey", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void importKobo(byte[] bytes) throws IOException {
        parse("import kobo", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void importOdk(byte[] bytes) throws IOException {
        parse("import odk", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void importGoogleForms(byte[] bytes) throws IOException {
        parse("import google-forms", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void importQualtrics(byte[] bytes) throws IOException {
        parse("import qualtrics", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void importSurveyjs(byte[] bytes) throws IOException {
        parse("import surveyjs", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void importHappyornot(byte[] bytes) throws IOException {
        parse("import happyornot", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void importLongTable(byte[] bytes) throws IOException {
        parse("import long-table", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void importCsv(byte[] bytes) throws IOException {
        parse("import csv", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void importXlsx(byte[] bytes) throws IOException {
        parse("import xlsx", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void importJson(byte[] bytes) throws IOException {
        parse("import json", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void importSipas(byte[] bytes) throws IOException {
        parse("import sipas", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void limeSurveyStructure(byte[] bytes) throws IOException {
        parse("limeSurveyStructure", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void xlsForm(byte[] bytes) throws IOException {
        parse("xlsForm", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void sheet(byte[] bytes) throws IOException {
        parse("sheet", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void trees(byte[] bytes) throws IOException {
        parse("trees", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void models(byte[] bytes) throws IOException {
        parse("models", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void tidyTables(byte[] bytes) throws IOException {
        parse("tidyTables", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void lineages(byte[] bytes) throws IOException {
        parse("lineages", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void catalogEntries(byte[] bytes) throws IOException {
        parse("catalogEntries", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void workbookParts(byte[] bytes) throws IOException {
        parse("workbookParts", bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void archives(byte[] bytes) throws IOException {
        parse("archives", bytes);
    }
}
