package vn.sipas.examples.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.EstimationOptions;
import vn.sipas.core.estimate.SampleTotals;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.IndexEstimator;
import vn.sipas.io.csv.TidyTable;
import vn.sipas.io.datapackage.DataPackage;
import vn.sipas.io.datapackage.FieldDictionary;
import vn.sipas.io.workbook.ResultWorkbook;

/** What {@code sipas index} writes: the same rows in every format, group by group where the format allows it. */
final class IndexOutput {

    /** The formats. */
    enum Format {
        CSV,
        JSON,
        NDJSON,
        /** A workbook for officials. */
        XLSX,
        /** A folder with a CSV file and {@code datapackage.json}. */
        DATAPACKAGE
    }

    private static final LocalizedText TITLE = LocalizedText.of("Kết quả khảo sát hài lòng", "Satisfaction results");

    private final SampleTotals totals;
    private final EstimationOptions options;
    private final Optional<IndexDefinition> definition;
    private final IndexRows rows;
    private final List<Domain> domains = new ArrayList<>(List.of(Domain.all()));

    IndexOutput(
            SampleTotals totals,
            EstimationOptions options,
            Optional<IndexDefinition> definition,
            IndexRows rows,
            boolean grouped) {
        this.totals = totals;
        this.options = options;
        this.definition = definition;
        this.rows = rows;
        if (grouped) {
            totals.groups().stream().sorted().map(Domain::of).forEach(domains::add);
        }
    }

    void write(Format format, OutputStream output, Progress progress) throws IOException {
        switch (format) {
            case CSV -> csv(output, progress);
            case NDJSON -> {
                for (int i = 0; i < domains.size(); i++) {
                    TidyTable.ofEstimates(rows.of(domains.get(i))).writeJsonLines(output);
                    progress.at(i + 1L, domains.size());
                }
            }
            case JSON -> whole(progress).writeJson(output);
            case XLSX -> workbook(progress).write(output);
            case DATAPACKAGE -> throw new IllegalArgumentException("a data package is a folder");
        }
    }

    private void csv(OutputStream output, Progress progress) throws IOException {
        for (int i = 0; i < domains.size(); i++) {
            TidyTable tidy = TidyTable.ofEstimates(rows.of(domains.get(i)));
            if (i == 0) {
                tidy.writeCsv(output);
            } else {
                tidy.appendCsv(output);
            }
            progress.at(i + 1L, domains.size());
        }
    }

    private TidyTable whole(Progress progress) {
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < domains.size(); i++) {
            all.addAll(rows.of(domains.get(i)));
            progress.at(i + 1L, domains.size());
        }
        return TidyTable.ofEstimates(all);
    }

    private LocalizedText title() {
        return definition.map(IndexDefinition::title).orElse(TITLE);
    }

    private ResultWorkbook workbook(Progress progress) {
        ResultWorkbook.Builder workbook = ResultWorkbook.builder(title()).figures(whole(progress));
        definition.ifPresent(tree -> {
            IndexEstimator estimator = IndexEstimator.of(tree, totals, options);
            workbook.whole(estimator.estimate(domains.get(0)));
            workbook.units(domains.stream().skip(1).map(estimator::estimate).toList());
        });
        return workbook.build();
    }

    void writePackage(Path folder, Progress progress) throws IOException {
        DataPackage.Builder results = DataPackage.builder("satisfaction-results", title())
                .table("estimates", TITLE, whole(progress), FieldDictionary.estimates());
        definition.ifPresent(tree -> results.method(tree.method()));
        Files.createDirectories(folder);
        results.build().write(folder);
    }
}
