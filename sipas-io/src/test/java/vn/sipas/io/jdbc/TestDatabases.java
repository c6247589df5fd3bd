package vn.sipas.io.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import vn.sipas.testing.PostgresServer;

/** The databases that the tests run on: H2 in three ways, and a PostgreSQL server where one is installed. */
final class TestDatabases {

    private TestDatabases() {}

    static DataSource h2(String mode) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + mode);
        return source;
    }

    static DataSource postgres(PostgresServer server) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url());
        source.setUser(PostgresServer.USER);
        return source;
    }

    /** An empty database for each dialect. */
    static List<SipasDatabase> all(Optional<PostgresServer> server) throws SQLException {
        List<SipasDatabase> databases = new ArrayList<>();
        databases.add(SipasDatabase.of(h2(""), SqlDialect.H2));
        databases.add(SipasDatabase.of(h2(""), SqlDialect.STANDARD));
        databases.add(SipasDatabase.of(h2(";MODE=Oracle"), SqlDialect.ORACLE));
        if (server.isPresent()) {
            DataSource source = postgres(server.get());
            empty(source);
            databases.add(SipasDatabase.detect(source));
        }
        return databases;
    }

    static void empty(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        }
    }
}
