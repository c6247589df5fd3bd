package vn.sipas.io.source;

import java.io.IOException;
import vn.sipas.core.Checked;
import vn.sipas.io.table.SourceFile;

/**
 * Knows the export conventions of one tool: how to tell its files, which row holds headings, what its columns mean, and
 * how it writes what was ticked, left empty or not asked. Adapters are immutable and safe for use by several threads.
 *
 * <p>Adapters judge nothing else: mapping to a survey, privacy and the account are the same for all tools.
 */
public interface SourceAdapter {

    /**
     * Returns the tool.
     *
     * @return the tool
     */
    SurveyTool tool();

    /**
     * Says how much a sample looks like an export of this tool.
     *
     * @param sample the start of the file
     * @return the confidence and the reasons
     */
    Recognition recognise(SourceSample sample);

    /**
     * Opens a file of this tool.
     *
     * @param file the file
     * @param detection what it was found to be; its tool is this one
     * @param options what the caller declared
     * @return an {@link AnswerTable} or, for tools that count, a {@link CountTable}, which the caller closes; nothing but
     *     problems if the file does not keep to the conventions
     * @throws IOException if the file cannot be read
     */
    Checked<SourceContent> open(SourceFile file, Detection detection, ImportOptions options) throws IOException;
}
