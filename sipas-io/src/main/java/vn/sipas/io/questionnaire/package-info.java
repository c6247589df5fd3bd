/**
 * Questionnaires (phiếu khảo sát) taken over from the tools in which they were drawn up, and handed to them.
 *
 * <p>{@link vn.sipas.io.questionnaire.XlsForm} reads and writes the workbooks of KoboToolbox and ODK;
 * {@link vn.sipas.io.questionnaire.LimeSurveyStructure} reads the structure files ({@code .lss}) of LimeSurvey. Groups become
 * sections, choices with the labels of a known scale of satisfaction become rating questions, and conditions that look at
 * earlier choices become routing. Whatever a survey of this library cannot hold (notes, dates, pictures, calculations,
 * conditions on numbers or texts) is left out and reported with its place: nothing is dropped in silence. Codes stay as the
 * tool writes them, so that the responses it exports fit the survey.
 */
@NullMarked
package vn.sipas.io.questionnaire;

import org.jspecify.annotations.NullMarked;
