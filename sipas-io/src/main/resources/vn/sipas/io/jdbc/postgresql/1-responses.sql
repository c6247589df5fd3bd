-- Responses and the progress of imports.
-- One row a response. The document is the response as sipas-response/1; the other columns repeat what queries need.
-- There is no column for a name, a phone number, a device or a time of day.
CREATE TABLE IF NOT EXISTS sipas_response (
  origin VARCHAR(200) NOT NULL,
  survey VARCHAR(80) NOT NULL,
  revision INTEGER NOT NULL,
  id VARCHAR(200) NOT NULL,
  wave VARCHAR(200) NOT NULL,
  unit VARCHAR(40) NOT NULL,
  answer_day DATE,
  mode_of_collection VARCHAR(40) NOT NULL,
  assurance VARCHAR(40) NOT NULL,
  weight DOUBLE PRECISION NOT NULL,
  stratum VARCHAR(200),
  psu VARCHAR(200),
  document TEXT NOT NULL,
  CONSTRAINT sipas_response_key PRIMARY KEY (origin, survey, id)
);

CREATE INDEX IF NOT EXISTS sipas_response_unit ON sipas_response (survey, unit, answer_day);

-- One row a content that was read into an origin: how far it came, and the account of its rows once it is complete.
CREATE TABLE IF NOT EXISTS sipas_import (
  origin VARCHAR(200) NOT NULL,
  content VARCHAR(64) NOT NULL,
  delivered BIGINT NOT NULL,
  refused BIGINT NOT NULL,
  complete INTEGER NOT NULL,
  rows_read BIGINT NOT NULL,
  rows_kept BIGINT NOT NULL,
  rows_changed BIGINT NOT NULL,
  rows_set_aside BIGINT NOT NULL,
  problems TEXT NOT NULL,
  CONSTRAINT sipas_import_key PRIMARY KEY (origin, content)
);

-- One row an answer, for queries by hand; answers that were not given are rows, too.
CREATE OR REPLACE VIEW sipas_answer AS
SELECT r.origin, r.survey, r.revision, r.id, r.wave, r.unit, r.answer_day, q.key AS question, a.key AS kind, a.value AS answer
FROM sipas_response r,
  LATERAL json_each(r.document::json -> 'answers') q,
  LATERAL json_each_text(q.value) a;
