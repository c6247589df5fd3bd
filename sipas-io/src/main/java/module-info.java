/** Readers, writers, the catalog of methods and schemes, and reports. */
module vn.sipas.io {
    requires static transitive org.jspecify;
    requires transitive com.fasterxml.jackson.databind;
    requires transitive java.sql;
    requires transitive vn.sipas.core;
    requires com.fasterxml.jackson.core;
    requires de.siegmar.fastcsv;
    requires java.xml;
    requires org.slf4j;
    requires static com.fasterxml.aalto;
    requires static org.apache.pdfbox;
    requires static org.dhatim.fastexcel;

    exports vn.sipas.io;
    exports vn.sipas.io.catalog;
    exports vn.sipas.io.certificate;
    exports vn.sipas.io.csv;
    exports vn.sipas.io.datapackage;
    exports vn.sipas.io.file;
    exports vn.sipas.io.jdbc;
    exports vn.sipas.io.json;
    exports vn.sipas.io.parquet;
    exports vn.sipas.io.questionnaire;
    exports vn.sipas.io.report;
    exports vn.sipas.io.sdmx;
    exports vn.sipas.io.simulate;
    exports vn.sipas.io.source;
    exports vn.sipas.io.spss;
    exports vn.sipas.io.table;
    exports vn.sipas.io.units;
    exports vn.sipas.io.workbook;
    exports vn.sipas.io.xlsx;

    provides com.fasterxml.jackson.databind.Module with
            vn.sipas.io.json.SipasModule;
}
