package vn.sipas.io.source;

import java.io.IOException;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceTable;

/** Opens a file as a table under one row of headings, whatever the container. */
final class SourceTables {

    private SourceTables() {}

    static Checked<SourceTable> open(SourceFile file, Detection detection, ImportOptions options) throws IOException {
        if (detection.kind() == SourceKind.DELIMITED && detection.format().isPresent()) {
            return DelimitedTable.open(file, detection.format().get(), options.limits());
        }
        if (detection.kind() == SourceKind.WORKBOOK) {
            return WorkbookTables.open(file, options.limits());
        }
        return Checked.refused(Problem.of(SourceProblem.UNKNOWN_FILE, Place.in(file.name())));
    }
}
