package vn.sipas.examples.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.index.IndexAccumulator;
import vn.sipas.core.index.IndexComposite;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.IndexItem;
import vn.sipas.core.index.ItemStatistic;
import vn.sipas.io.source.ImportOptions;
import vn.sipas.io.source.ImportReport;
import vn.sipas.io.source.Proposal;
import vn.sipas.io.source.SurveyImport;
import vn.sipas.io.table.SourceFile;

/** For an integrator with the export of a survey tool: what it says, what became of each row and cell, and an index. */
public final class ExportQuickstart {

    private static final String EXPORT = """
            Dấu thời gian,Họ và tên,Mã đơn vị,Ông/bà hài lòng mức nào?
            29/08/2026 09:40,Nguyễn Văn An,07210,Rất hài lòng
            29/08/2026 10:05,Trần Thị Bình,07210,Hài lòng
            30/08/2026 14:20,Lê Văn Cường,07213,Bình thường
            """;

    private ExportQuickstart() {}

    /**
     * Reads the sheet behind a Google Form into an index.
     *
     * @return the account of the import, and the index of one office
     * @throws IOException if the file cannot be read
     */
    public static String run() throws IOException {
        SourceFile file = SourceFile.of("form.csv", EXPORT.getBytes(StandardCharsets.UTF_8));
        ImportOptions options = ImportOptions.detecting();
        // What the columns mean; ColumnMappingJson writes it for a person to edit. A host gives the survey that it
        // asked.
        Proposal proposal = SurveyImport.with(options).propose(file).orThrow();

        LocalizedText title = LocalizedText.of("Mức độ hài lòng", "Satisfaction");
        IndexDefinition index = IndexDefinition.of(
                MethodVersion.of("one-question", "1"),
                title,
                IndexComposite.equal("overall", title, List.of(IndexItem.of("q3", title))),
                ItemStatistic.FAVOURABLE_SHARE);
        IndexAccumulator counted = IndexAccumulator.of(index, proposal.survey(), SampleDesign.simpleRandom());
        ImportReport report = SurveyImport.with(options.withMapping(proposal.mapping()))
                .read(file, (response, row) -> counted.accept(response))
                .orThrow();
        return report + "\n" + counted.result().estimate(Domain.of("07210"));
    }
}
