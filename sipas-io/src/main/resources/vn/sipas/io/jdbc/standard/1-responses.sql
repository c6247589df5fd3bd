-- Responses and the progress of imports.
-- One row a response. The document is the response as sipas-response/1; the other columns repeat what queries need.
-- There is no column for a name, a phone number, a device or a time of day.
CREATE TABLE sipas_response (
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
  document CLOB NOT NULL,
  CONSTRAINT sipas_response_key PRIMARY KEY (origin, survey, id)
);

CREATE INDEX sipas_response_unit ON sipas_response (survey, unit, answer_day);

-- One row a content that was read into an origin: how far it came, and the account of its rows once it is complete.
CREATE TABLE sipas_import (
  origin VARCHAR(200) NOT NULL,
  content VARCHAR(64) NOT NULL,
  delivered BIGINT NOT NULL,
  refused BIGINT NOT NULL,
  complete INTEGER NOT NULL,
  rows_read BIGINT NOT NULL,
  rows_kept BIGINT NOT NULL,
  rows_changed BIGINT NOT NULL,
  rows_set_aside BIGINT NOT NULL,
  problems CLOB NOT NULL,
  CONSTRAINT sipas_import_key PRIMARY KEY (origin, content)
);
