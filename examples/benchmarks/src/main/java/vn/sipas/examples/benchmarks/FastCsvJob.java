package vn.sipas.examples.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.estimate.MissingAnswer;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.survey.RatingScale;

/**
 * The same tally fed by FastCSV, a good general reader: what a reader of our own has to beat to be worth its lines. It does
 * less: no check of scale codes, no account of rows, no ids.
 */
final class FastCsvJob {

    private FastCsvJob() {}

    /**
     * Runs the job.
     *
     * @param arguments file, number of items, file for the numbers
     * @throws IOException if a file fails
     */
    public static void main(String[] arguments) throws IOException {
        List<String> items = SimulatedFile.items(Integer.parseInt(arguments[1]));
        long start = System.nanoTime();
        ResponseTally tally = ResponseTally.of(
                SampleDesign.simpleRandom().weighted(),
                items.stream()
                        .map(item -> new RatedItem(item, RatingScale.likert5()))
                        .toList());
        int position = tally.position("", "");
        int[] answers = new int[items.size()];
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(Path.of(arguments[0]))) {
            Iterator<CsvRecord> records = reader.iterator();
            List<String> headings = records.next().getFields();
            int unit = headings.indexOf("unit");
            int weight = headings.indexOf("weight");
            int first = headings.indexOf(items.get(0));
            while (records.hasNext()) {
                CsvRecord record = records.next();
                for (int item = 0; item < answers.length; item++) {
                    String field = record.getField(first + item);
                    answers[item] = field.length() == 1 ? field.charAt(0) - '1' : MissingAnswer.BLANK.code();
                }
                tally.accept(
                        tally.group(record.getField(unit)),
                        position,
                        Double.parseDouble(record.getField(weight)),
                        answers,
                        0);
            }
        }
        UnitNumbers numbers = CsvTallyJob.numbers(tally.result(), items);
        Reports.printSeconds(start);
        Reports.print("checksum", numbers.sum());
        Reports.printUse();
        numbers.write(Path.of(arguments[2]));
    }
}
