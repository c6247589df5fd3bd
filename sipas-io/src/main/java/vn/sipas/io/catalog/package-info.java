/**
 * The catalog: questionnaires, methods and schemes that come with the library, as data with a source for every value.
 *
 * <p>A definition is opened by a reference such as {@code catalog:bac-giang-2024-10}, wherever a definition is asked for.
 * Each entry is two documents: the definition itself, in the same format that a host writes its own in, and a record
 * ({@code sipas-catalog/1}) that says how firm the ground is on which each part stands, with legal basis and source. The
 * law is data here: nothing of it is a constant in the code, and a host adds entries of its own with
 * {@link vn.sipas.io.catalog.Catalog#plus}.
 *
 * <p>Questionnaires (kind {@code survey}). What no readable source gives, such as the wording of most items, is this
 * library's own and labelled an assumption.
 *
 * <table>
 * <caption>Stable ids of questionnaires</caption>
 * <thead><tr><th>id</th><th>what it is</th></tr></thead>
 * <tbody>
 * <tr><td>bac-giang-2024-10</td><td>seven questions, Bắc Giang, 2 to 4 October 2024</td></tr>
 * <tr><td>bac-giang-pks01 to bac-giang-pks04</td><td>democracy in the office; the chairman; democracy in the commune;
 * procedures</td></tr>
 * <tr><td>bac-giang-pks05</td><td>civil servants at the one-stop department, the deployed form whole</td></tr>
 * <tr><td>bac-giang-pks06, bac-giang-pks07</td><td>office culture; overall satisfaction</td></tr>
 * <tr><td>sipas-2017-2020</td><td>five factors, Decision 2640/QĐ-BNV</td></tr>
 * <tr><td>sipas-2023-2026</td><td>perception, policy block and service block, Decision 1001/QĐ-BNV</td></tr>
 * <tr><td>kiosk-3-buttons</td><td>one question on a button terminal</td></tr>
 * <tr><td>tablet-5-stars</td><td>one question and the reasons for few stars on a counter tablet</td></tr>
 * </tbody>
 * </table>
 *
 * <p>Indices (kind {@code index}). No readable source gives an official formula; weights are assumptions, with what they
 * reproduce of the published figures and what they miss.
 *
 * <table>
 * <caption>Stable ids of indices</caption>
 * <thead><tr><th>id</th><th>what it is</th></tr></thead>
 * <tbody>
 * <tr><td>bac-giang-2024-10</td><td>the seven questions of October 2024, equal weights</td></tr>
 * <tr><td>bac-giang-pks05</td><td>the six rated questions of the deployed one-stop form, equal weights</td></tr>
 * <tr><td>sipas-2017-2020</td><td>mean of the five factors</td></tr>
 * <tr><td>sipas-2023-2026</td><td>policy block 9/14 and service block 5/14, set by {@code block-weights}</td></tr>
 * <tr><td>sipas-2023-2026-pooled</td><td>all answers of both blocks pooled</td></tr>
 * </tbody>
 * </table>
 *
 * <p>Rating schemes (kind {@code scheme}). A value that no source gives is a setting: with a default that is named as an
 * assumption, or to be given by whoever opens the scheme.
 *
 * <table>
 * <caption>Stable ids of rating schemes</caption>
 * <thead><tr><th>id</th><th>what it is</th></tr></thead>
 * <tbody>
 * <tr><td>bac-giang-2023</td><td>friendly-government stars of Bắc Giang; the four star cut-offs have to be given</td></tr>
 * <tr><td>dong-nai-54-2025</td><td>friendly-government stars of Đồng Nai</td></tr>
 * <tr><td>circular-01-2018</td><td>nine one-stop indicators; points, no classes</td></tr>
 * <tr><td>decision-766-2022</td><td>real-time index of service quality; its satisfaction is the complement statistic</td></tr>
 * <tr><td>access-to-law-procedures-2017</td><td>the satisfaction item of the access-to-law standard and its
 * neighbours</td></tr>
 * <tr><td>civil-servants-335-2025</td><td>rating of civil servants with gates and the 20 % quota</td></tr>
 * <tr><td>ikm-2017, hcahps-style, nursing-home-style</td><td>siblings from abroad, for comparison</td></tr>
 * </tbody>
 * </table>
 *
 * <p>Other kinds of definitions are {@link vn.sipas.io.catalog.CatalogKind} values; the catalog itself does not know
 * them.
 */
@NullMarked
package vn.sipas.io.catalog;

import org.jspecify.annotations.NullMarked;
