package vn.sipas.io.csv;

/**
 * The labels of one column for the rows of a batch.
 *
 * @param table the labels
 * @param numbers the number of the label of each row; empty if the column was not selected
 */
@SuppressWarnings("ArrayRecordComponent") // read only inside a batch, never compared
record RowLabels(LabelTable table, int[] numbers) {

    int number(int row) {
        return numbers.length == 0 ? RatingBatch.NO_LABEL : numbers[row];
    }
}
