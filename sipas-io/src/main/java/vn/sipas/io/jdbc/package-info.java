/**
 * Relational databases: a host's own tables as a source of responses, and a small schema of ours for responses, accumulator
 * states and results.
 *
 * <p>A host that keeps answers in its own tables reads them with {@link vn.sipas.io.jdbc.ResponseTableReader}, row by row
 * and without holding the result set. A host that wants a place for them calls
 * {@link vn.sipas.io.jdbc.SipasDatabase#migrate()} and writes through {@link vn.sipas.io.jdbc.ResponseStore},
 * {@link vn.sipas.io.jdbc.StateStore} and {@link vn.sipas.io.jdbc.ResultStore}; every write replaces what has the same key,
 * so that doing it again changes nothing. {@link vn.sipas.io.jdbc.ResponseImport} brings a whole file in, or the export of a survey tool, and survives being
 * killed.
 *
 * <p>The schema is the SQL in this package's resources, one folder a dialect, one numbered file a version. An administrator
 * finds what every table and column holds as comments in the database itself (PostgreSQL, Oracle, H2), and the whole as one
 * text by {@link vn.sipas.io.jdbc.SipasDatabase#script}: {@code sipas_response} (one row a response), {@code sipas_import}
 * (how far each file came), {@code sipas_state} (accumulator states), {@code sipas_index_value} and {@code
 * sipas_star_rating} (results), {@code sipas_schema_version}; on PostgreSQL also the view {@code sipas_answer}. It has no column
 * for a name, a phone number, a device or a time of day, and words written by respondents are not stored unless the host
 * asks for it (Luật Bảo vệ dữ liệu cá nhân, Law 91/2025/QH15). PostgreSQL and H2 are tested against the real programs. The
 * Oracle dialect is tested by its text and on H2 in its Oracle mode only.
 *
 * <p>Every long call tells an {@link vn.sipas.io.table.ProgressListener} how far it is and ends when that wants it to: {@code
 * withProgress}.
 *
 * <p>A failure of the database is an {@link java.sql.SQLException}; bad data is a {@link vn.sipas.core.Problem}.
 */
@NullMarked
package vn.sipas.io.jdbc;

import org.jspecify.annotations.NullMarked;
