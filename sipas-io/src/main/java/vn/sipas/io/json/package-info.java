/**
 * Definitions and responses as JSON, versioned from the first field.
 *
 * <p>A survey definition is a JSON document that begins with {@code "format": "sipas-survey/1"}
 * ({@link vn.sipas.io.json.SurveyJson}), an index definition with {@code "format": "sipas-index/1"}
 * ({@link vn.sipas.io.json.IndexJson}); a response is one JSON object that begins with
 * {@code "format": "sipas-response/1"}, one a line in newline-delimited files
 * ({@link vn.sipas.io.json.ResponseJson}); a rating scheme begins with {@code "format": "sipas-scheme/1"}
 * ({@link vn.sipas.io.json.SchemeJson}). Their schemas are published ({@link vn.sipas.io.json.PublishedSchema}). Ratings
 * are written with their whole explanation ({@link vn.sipas.io.json.StarRatingJson}). A host that has an
 * {@code ObjectMapper} of its own registers
 * {@link vn.sipas.io.json.SipasModule}.
 *
 * <p>Reading is strict and explains itself: size and depth are bounded, a key may not stand twice, a value of another
 * type is a problem and never becomes 0, an unknown field is a warning, and every problem names source, line, column and
 * path.
 */
@NullMarked
package vn.sipas.io.json;

import org.jspecify.annotations.NullMarked;
