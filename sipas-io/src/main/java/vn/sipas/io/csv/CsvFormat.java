package vn.sipas.io.csv;

/**
 * The delimiter of a file and the limits beyond which a record is refused.
 *
 * @param delimiter the character between fields: an ASCII character other than NUL, quote, CR and LF
 * @param maxRecordBytes the greatest length of a record including its line end, in the closed interval [256, 64 MiB]
 * @param maxFieldBytes the greatest length of a field, in the closed interval [16, maxRecordBytes]
 * @param maxFields the greatest number of fields of a record, in the closed interval [1, 65536]
 */
public record CsvFormat(char delimiter, int maxRecordBytes, int maxFieldBytes, int maxFields) {

    private static final int MEBIBYTE = 1 << 20;
    private static final CsvFormat RFC4180 = new CsvFormat(',', MEBIBYTE, MEBIBYTE / 4, 4096);

    public CsvFormat {
        if (delimiter == 0 || delimiter > 126 || delimiter == '"' || delimiter == '\r' || delimiter == '\n') {
            throw new IllegalArgumentException(
                    "delimiter must be an ASCII character other than NUL, quote, CR and LF, was U+"
                            + Integer.toHexString(delimiter));
        }
        if (maxRecordBytes < 256 || maxRecordBytes > 64 * MEBIBYTE) {
            throw new IllegalArgumentException(
                    "maxRecordBytes must be in [256, " + 64 * MEBIBYTE + "], was " + maxRecordBytes);
        }
        if (maxFieldBytes < 16 || maxFieldBytes > maxRecordBytes) {
            throw new IllegalArgumentException(
                    "maxFieldBytes must be in [16, " + maxRecordBytes + "], was " + maxFieldBytes);
        }
        if (maxFields < 1 || maxFields > 65_536) {
            throw new IllegalArgumentException("maxFields must be in [1, 65536], was " + maxFields);
        }
    }

    /**
     * Returns the format of RFC 4180: comma, records up to 1 MiB, fields up to 256 KiB, up to 4,096 fields.
     *
     * @return the format
     */
    public static CsvFormat rfc4180() {
        return RFC4180;
    }

    /**
     * Returns this format with another delimiter, such as {@code ;} or a tab.
     *
     * @param newDelimiter the character between fields
     * @return the format
     */
    public CsvFormat withDelimiter(char newDelimiter) {
        return new CsvFormat(newDelimiter, maxRecordBytes, maxFieldBytes, maxFields);
    }

    /**
     * Returns this format with other limits.
     *
     * @param recordBytes the greatest length of a record in bytes
     * @param fieldBytes the greatest length of a field in bytes
     * @return the format
     */
    public CsvFormat withLimits(int recordBytes, int fieldBytes) {
        return new CsvFormat(delimiter, recordBytes, fieldBytes, maxFields);
    }
}
