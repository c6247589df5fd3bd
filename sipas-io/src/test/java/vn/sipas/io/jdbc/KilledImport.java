package vn.sipas.io.jdbc;

import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;
import vn.sipas.io.json.ResponseJson;
import vn.sipas.io.json.ResponseLinesReader;
import vn.sipas.testing.PostgresServer;

/** Imports a file in a process of its own, so that the process can be killed: address, file, size of a transaction. */
final class KilledImport {

    private KilledImport() {}

    public static void main(String[] arguments) throws Exception {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        source.setUser(PostgresServer.USER);
        SipasDatabase database = SipasDatabase.detect(source);
        database.migrate().orThrow();
        ImportOutcome outcome = ResponseImport.into(
                        ResponseStore.in(database, "portal"),
                        "lines",
                        ResponseLinesReader.of(ResponseJson.standalone())::read)
                .withBatch(Integer.parseInt(arguments[2]))
                .run(Path.of(arguments[1]), problem -> {})
                .orThrow();
        System.out.println(outcome);
    }
}
