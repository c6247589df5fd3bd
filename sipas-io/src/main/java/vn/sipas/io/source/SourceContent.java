package vn.sipas.io.source;

import java.io.IOException;

/** What an adapter opens: a table of answers, or a table of counts. */
public sealed interface SourceContent extends AutoCloseable permits AnswerTable, CountTable {

    /**
     * Returns how many rows of the input have been read below the headings, those set aside included.
     *
     * @return at least 0
     */
    long rowsRead();

    /**
     * Returns how many rows of the input were set aside before they became answers or counts.
     *
     * @return at least 0 and at most {@link #rowsRead()}
     */
    long rowsSetAside();

    /**
     * Returns how many bytes of the input have been read.
     *
     * @return at least 0
     */
    long bytesRead();

    @Override
    void close() throws IOException;
}
