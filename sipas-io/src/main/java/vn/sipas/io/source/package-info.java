/**
 * Exports of survey tools in, one response model out, nothing lost on the way.
 *
 * <p>{@link vn.sipas.io.source.SurveyImport} does the whole work in three steps that a host may also take one by one. It
 * <em>detects</em> which tool wrote a file, in which encoding, with which delimiter and in which language, says why, and
 * refuses to guess between two ({@link vn.sipas.io.source.Detection}). It <em>proposes</em> what each column means as a
 * {@link vn.sipas.io.source.ColumnMapping}, a small JSON file that a person can edit and that is read back. It
 * <em>reads</em> the rows into responses and accounts for every row and every cell
 * ({@link vn.sipas.io.source.ImportReport}): a row ends as kept, as changed with the old and the new value of each changed
 * cell ({@link vn.sipas.io.source.ChangedCell}), or as set aside with file, sheet, line, column and reason.
 *
 * <p><b>Personal data.</b> Names, phone numbers, e-mail addresses, citizen ids (số căn cước), network addresses, devices,
 * places on the map, birth dates, the respondents' own words and exact times stay out of the responses unless the host
 * opts in ({@link vn.sipas.io.source.PrivacyPolicy}), and the report names each such column and why it was taken for one.
 * The Law on Personal Data Protection, 91/2025/QH15, in force since 1 January 2026, counts names, birth dates, sex, phone
 * numbers, personal ids, addresses, images and digital accounts among the basic personal data; data that were altered or
 * deleted so that nobody can be identified fall outside of it, and it knows no class of merely pseudonymised data, so that
 * hashing a phone number would not be enough. Leaving such columns out at the door is the plain way to stay outside.
 *
 * <p>Each tool has a {@link vn.sipas.io.source.SourceAdapter}, which knows the conventions of its exports and nothing
 * else; mapping, privacy and accounting are the same for all. Results that a tool has already counted become
 * {@link vn.sipas.io.source.CountedAnswers}, never invented respondents. Files larger than memory are fine: what is held
 * does not grow with the rows.
 */
@NullMarked
package vn.sipas.io.source;

import org.jspecify.annotations.NullMarked;
