package vn.sipas.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** The same numbers from DuckDB through JDBC. */
final class DuckDbJob {

    private DuckDbJob() {}

    /**
     * Runs the job.
     *
     * @param arguments file, number of items, number of threads, file for the numbers
     * @throws SQLException if the database fails
     * @throws IOException if a file fails
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        List<String> items = SimulatedFile.items(Integer.parseInt(arguments[1]));
        long start = System.nanoTime();
        UnitNumbers numbers = new UnitNumbers();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads TO " + Integer.parseInt(arguments[2]));
            try (ResultSet rows = statement.executeQuery(query(arguments[0], items))) {
                while (rows.next()) {
                    double[] row = new double[2 * items.size()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = rows.getDouble(i + 2);
                    }
                    numbers.put(rows.getString(1), row);
                }
            }
        }
        Reports.printSeconds(start);
        Reports.print("checksum", numbers.sum());
        Reports.printUse();
        numbers.write(Path.of(arguments[3]));
    }

    /**
     * The columns have stated types, so that nothing is sniffed, and only those in use are converted. Grouping first and
     * dividing after lets each weight of the valid answers be summed once.
     */
    private static String query(String file, List<String> items) {
        String types = "'id':'VARCHAR','survey':'VARCHAR','revision':'VARCHAR','unit':'VARCHAR','wave':'VARCHAR',"
                + "'mode':'VARCHAR','weight':'DOUBLE','stratum':'VARCHAR','psu':'VARCHAR',"
                + items.stream().map(item -> "'" + item + "':'TINYINT'").collect(Collectors.joining(","));
        String sums = items.stream()
                .map(item -> String.join(
                        ", ",
                        "sum(weight) FILTER (" + item + " IS NOT NULL) AS w_" + item,
                        "sum(weight) FILTER (" + item + " >= 4) AS f_" + item,
                        "sum(weight * " + item + ") AS m_" + item))
                .collect(Collectors.joining(", "));
        String ratios = items.stream()
                .map(item -> "coalesce(f_" + item + ", 0) / w_" + item + ", m_" + item + " / w_" + item)
                .collect(Collectors.joining(", "));
        return "SELECT unit, " + ratios + " FROM (SELECT unit, " + sums + " FROM read_csv('" + file.replace("'", "''")
                + "', auto_detect=false, header=true, delim=',', quote='\"', escape='\"', new_line='\\n',"
                + " nullstr=['', '#DK', '#NA', '#RF'], columns={" + types + "}) GROUP BY unit)";
    }
}
