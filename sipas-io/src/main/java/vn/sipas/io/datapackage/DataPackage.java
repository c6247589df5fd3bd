package vn.sipas.io.datapackage;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.io.csv.TidyForm;
import vn.sipas.io.csv.TidyTable;
import vn.sipas.io.file.WholeFile;
import vn.sipas.io.json.tree.JsonText;
import vn.sipas.io.table.ProgressListener;

/**
 * Writes result tables as a Data Package: one CSV file a table ({@link TidyForm#PLAIN}) and {@code datapackage.json}.
 *
 * <p>An empty field means that the value does not exist ({@code missingValues}); {@code Inf} is a number to Table Schema. Text
 * that a spreadsheet would take for a formula has an apostrophe in front, and the descriptor says so in
 * {@code sipas:textGuard}. English titles and descriptions stand beside the Vietnamese ones under {@code title@en} and
 * {@code description@en}.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class DataPackage {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");

    /**
     * A licence of the data.
     *
     * @param name its identifier, such as {@code CC-BY-4.0}
     * @param title what people call it
     * @param path where it can be read
     */
    public record Licence(String name, String title, String path) {

        public Licence {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(path, "path");
        }
    }

    /**
     * Where the figures come from.
     *
     * @param title what it is called, such as the survey and its wave
     * @param path where it can be found, if anywhere
     */
    public record Source(String title, Optional<String> path) {

        public Source {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(path, "path");
        }
    }

    private record Table(String name, LocalizedText title, TidyTable rows, FieldDictionary fields) {}

    private record Written(long bytes, String hash) {}

    private final String name;
    private final LocalizedText title;
    private final Optional<LocalizedText> description;
    private final Optional<Instant> created;
    private final Optional<MethodVersion> method;
    private final List<Licence> licences;
    private final List<Source> sources;
    private final List<Table> tables;

    private DataPackage(Builder builder) {
        this.name = builder.name;
        this.title = builder.title;
        this.description = builder.description;
        this.created = builder.created;
        this.method = builder.method;
        this.licences = List.copyOf(builder.licences);
        this.sources = List.copyOf(builder.sources);
        this.tables = List.copyOf(builder.tables);
    }

    /**
     * Starts a package.
     *
     * @param name its name, 1 to 80 lower-case letters, digits, dots, hyphens or underscores
     * @param title what people call it
     * @return a builder without tables
     */
    public static Builder builder(String name, LocalizedText title) {
        return new Builder(checked("name", name), title);
    }

    /**
     * Writes the files. All are written before the first one appears, the descriptor last; each appears whole or not at all.
     *
     * @param folder where to write; it must exist
     * @return the path of the descriptor
     * @throws IOException if a file cannot be written
     */
    public Path write(Path folder) throws IOException {
        return write(folder, ProgressListener.none());
    }

    /**
     * Does what {@link #write(Path)} does.
     *
     * @param folder where to write; it must exist
     * @param progress hears how many rows and bytes of the whole package are written and may end the call
     * @return the path of the descriptor
     * @throws IOException if a file cannot be written
     * @throws CancellationException if {@code progress} ends the call; no file appears then
     */
    public Path write(Path folder, ProgressListener progress) throws IOException {
        List<WholeFile> files = new ArrayList<>(tables.size());
        try {
            List<Written> written = new ArrayList<>(tables.size());
            long rowsBefore = 0;
            long bytesBefore = 0;
            for (Table table : tables) {
                WholeFile file = WholeFile.at(folder.resolve(fileName(table)));
                files.add(file);
                Measured measured = new Measured(file.output());
                table.rows().writeCsv(measured, TidyForm.PLAIN, after(progress, rowsBefore, bytesBefore));
                Written of = measured.written();
                written.add(of);
                rowsBefore += table.rows().rows().size();
                bytesBefore += of.bytes();
            }
            for (WholeFile file : files) {
                file.commit();
            }
            Path descriptor = folder.resolve("datapackage.json");
            WholeFile.write(descriptor, new JsonText().page(json -> descriptor(json, written)));
            return descriptor;
        } finally {
            for (WholeFile file : files) {
                file.close();
            }
        }
    }

    /** The progress of one table among others. */
    private static ProgressListener after(ProgressListener whole, long rowsBefore, long bytesBefore) {
        return new ProgressListener() {
            @Override
            public void at(long rows, long bytes, long problems) {
                whole.at(rowsBefore + rows, bytesBefore + bytes, problems);
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }

    private static String fileName(Table table) {
        return table.name() + ".csv";
    }

    private void descriptor(JsonGenerator json, List<Written> files) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        json.writeStringField("name", name);
        localized(json, "title", title);
        if (description.isPresent()) {
            localized(json, "description", description.get());
        }
        json.writeArrayFieldStart("languages");
        json.writeString("vi");
        json.writeString("en");
        json.writeEndArray();
        if (created.isPresent()) {
            json.writeStringField("created", created.get().toString());
        }
        if (method.isPresent()) {
            method(json, method.get());
        }
        if (!licences.isEmpty()) {
            json.writeArrayFieldStart("licenses");
            for (Licence licence : licences) {
                json.writeStartObject();
                json.writeStringField("name", licence.name());
                json.writeStringField("title", licence.title());
                json.writeStringField("path", licence.path());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (!sources.isEmpty()) {
            json.writeArrayFieldStart("sources");
            for (Source source : sources) {
                json.writeStartObject();
                json.writeStringField("title", source.title());
                if (source.path().isPresent()) {
                    json.writeStringField("path", source.path().get());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeArrayFieldStart("resources");
        for (int i = 0; i < tables.size(); i++) {
            resource(json, tables.get(i), files.get(i));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void method(JsonGenerator json, MethodVersion method) throws IOException {
        json.writeObjectFieldStart("sipas:method");
        json.writeStringField("id", method.id());
        json.writeStringField("version", method.version());
        json.writeStringField("standing", method.standing().name());
        if (method.legalBasis().isPresent()) {
            localized(json, "legalBasis", method.legalBasis().get());
        }
        json.writeEndObject();
    }

    private static void resource(JsonGenerator json, Table table, Written file) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", table.name());
        json.writeStringField("type", "table");
        json.writeStringField("profile", "tabular-data-resource");
        localized(json, "title", table.title());
        json.writeStringField("path", fileName(table));
        json.writeStringField("format", "csv");
        json.writeStringField("mediatype", "text/csv");
        json.writeStringField("encoding", "utf-8");
        json.writeNumberField("bytes", file.bytes());
        json.writeStringField("hash", "sha256:" + file.hash());
        json.writeStringField("sipas:textGuard", "'");
        json.writeObjectFieldStart("dialect");
        json.writeStringField("delimiter", String.valueOf(TidyForm.PLAIN.delimiter()));
        json.writeStringField("lineTerminator", TidyForm.PLAIN.lineEnd());
        json.writeStringField("quoteChar", "\"");
        json.writeBooleanField("doubleQuote", true);
        json.writeBooleanField("header", true);
        json.writeEndObject();
        json.writeObjectFieldStart("schema");
        json.writeArrayFieldStart("fields");
        for (TidyTable.Column column : table.rows().columns()) {
            field(json, table.fields().of(column));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("missingValues");
        json.writeString("");
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void field(JsonGenerator json, FieldDescription field) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", field.name());
        json.writeStringField(
                "type",
                switch (field.type()) {
                    case STRING -> "string";
                    case NUMBER -> "number";
                    case INTEGER -> "integer";
                });
        localized(json, "title", field.title());
        localized(json, "description", field.description());
        if (field.unit().isPresent()) {
            localized(json, "unit", field.unit().get());
        }
        if (field.required() || field.minimum().isPresent() || field.maximum().isPresent()) {
            json.writeObjectFieldStart("constraints");
            if (field.required()) {
                json.writeBooleanField("required", true);
            }
            if (field.minimum().isPresent()) {
                json.writeFieldName("minimum");
                json.writeNumber(field.minimum().get().toString());
            }
            if (field.maximum().isPresent()) {
                json.writeFieldName("maximum");
                json.writeNumber(field.maximum().get().toString());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void localized(JsonGenerator json, String name, LocalizedText text) throws IOException {
        json.writeStringField(name, text.vi());
        json.writeStringField(name + "@en", text.en());
    }

    private static String checked(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    what + " must be 1 to 80 lower-case letters, digits, dots, hyphens or underscores, was \"" + name
                            + "\"");
        }
        return name;
    }

    /** Fills in a package step by step. Not safe for use by several threads. */
    public static final class Builder {

        private final String name;
        private final LocalizedText title;
        private Optional<LocalizedText> description = Optional.empty();
        private Optional<Instant> created = Optional.empty();
        private Optional<MethodVersion> method = Optional.empty();
        private final List<Licence> licences = new ArrayList<>();
        private final List<Source> sources = new ArrayList<>();
        private final List<Table> tables = new ArrayList<>();

        private Builder(String name, LocalizedText title) {
            this.name = name;
            this.title = Objects.requireNonNull(title, "title");
        }

        /**
         * Describes the package.
         *
         * @param text what it holds, and what a reader must know
         * @return this builder
         */
        public Builder description(LocalizedText text) {
            description = Optional.of(text);
            return this;
        }

        /**
         * States when the package was made.
         *
         * @param instant the instant
         * @return this builder
         */
        public Builder created(Instant instant) {
            created = Optional.of(instant);
            return this;
        }

        /**
         * States the method behind the figures.
         *
         * @param version the method and its version
         * @return this builder
         */
        public Builder method(MethodVersion version) {
            method = Optional.of(version);
            return this;
        }

        /**
         * Adds a licence of the data, which the owner of the data chooses.
         *
         * @param licence the licence
         * @return this builder
         */
        public Builder licence(Licence licence) {
            licences.add(Objects.requireNonNull(licence, "licence"));
            return this;
        }

        /**
         * Adds a source.
         *
         * @param source where figures come from
         * @return this builder
         */
        public Builder source(Source source) {
            sources.add(Objects.requireNonNull(source, "source"));
            return this;
        }

        /**
         * Adds a table.
         *
         * @param tableName the name of its file without {@code .csv}: 1 to 80 lower-case letters, digits, dots, hyphens or
         *     underscores, once in a package
         * @param tableTitle what people call it
         * @param rows the table
         * @param fields what its columns hold
         * @return this builder
         */
        public Builder table(String tableName, LocalizedText tableTitle, TidyTable rows, FieldDictionary fields) {
            checked("tableName", tableName);
            if (tables.stream().anyMatch(table -> table.name().equals(tableName))) {
                throw new IllegalArgumentException("tableName must be new in the package, was \"" + tableName + "\"");
            }
            tables.add(new Table(
                    tableName,
                    Objects.requireNonNull(tableTitle, "tableTitle"),
                    Objects.requireNonNull(rows, "rows"),
                    Objects.requireNonNull(fields, "fields")));
            return this;
        }

        /**
         * Finishes.
         *
         * @return the package
         * @throws IllegalStateException if it has no table
         */
        public DataPackage build() {
            if (tables.isEmpty()) {
                throw new IllegalStateException("a package must have at least one table");
            }
            return new DataPackage(this);
        }
    }

    /** Counts and hashes what passes. */
    private static final class Measured extends FilterOutputStream {

        private final MessageDigest digest;
        private long bytes;

        Measured(OutputStream output) {
            super(output);
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java platform has SHA-256", impossible);
            }
        }

        @Override
        public void write(int single) throws IOException {
            out.write(single);
            digest.update((byte) single);
            bytes++;
        }

        @Override
        public void write(byte[] content, int from, int length) throws IOException {
            out.write(content, from, length);
            digest.update(content, from, length);
            bytes += length;
        }

        Written written() {
            return new Written(bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
