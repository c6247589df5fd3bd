package vn.sipas.io.csv;

/**
 * A piece of a file that holds whole records.
 *
 * @param sequence its place in the file, counted from 0
 * @param bytes the array that holds it
 * @param from the first byte
 * @param limit the position after the last byte
 * @param oversized whether it stands for one line that was too long to be held; then it has no bytes
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
record CsvBlock(long sequence, byte[] bytes, int from, int limit, boolean oversized) {}
