-- Responses and the progress of imports.
-- One row a response. The document is the response as sipas-response/1; the other columns repeat what queries need.
-- There is no column for a name, a phone number, a device or a time of day.
CREATE TABLE sipas_response (
  origin VARCHAR2(200 CHAR) NOT NULL,
  survey VARCHAR2(80 CHAR) NOT NULL,
  revision NUMBER(10) NOT NULL,
  id VARCHAR2(200 CHAR) NOT NULL,
  wave VARCHAR2(200 CHAR) NOT NULL,
  unit VARCHAR2(40 CHAR) NOT NULL,
  answer_day DATE,
  mode_of_collection VARCHAR2(40 CHAR) NOT NULL,
  assurance VARCHAR2(40 CHAR) NOT NULL,
  weight BINARY_DOUBLE NOT NULL,
  stratum VARCHAR2(200 CHAR),
  psu VARCHAR2(200 CHAR),
  document CLOB NOT NULL,
  CONSTRAINT sipas_response_key PRIMARY KEY (origin, survey, id)
);

CREATE INDEX sipas_response_unit ON sipas_response (survey, unit, answer_day);

-- One row a content that was read into an origin: how far it came, and the account of its rows once it is complete.
CREATE TABLE sipas_import (
  origin VARCHAR2(200 CHAR) NOT NULL,
  content VARCHAR2(64 CHAR) NOT NULL,
  delivered NUMBER(19) NOT NULL,
  refused NUMBER(19) NOT NULL,
  complete NUMBER(10) NOT NULL,
  rows_read NUMBER(19) NOT NULL,
  rows_kept NUMBER(19) NOT NULL,
  rows_changed NUMBER(19) NOT NULL,
  rows_set_aside NUMBER(19) NOT NULL,
  problems CLOB NOT NULL,
  CONSTRAINT sipas_import_key PRIMARY KEY (origin, content)
);
