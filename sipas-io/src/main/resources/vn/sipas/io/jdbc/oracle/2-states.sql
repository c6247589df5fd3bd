-- Accumulator states, one a series, unit and day: the bytes of vn.sipas.core.estimate.SampleTotals, which carry their
-- own version and check sum. The edition counts the writes of a row, so that two hosts cannot overwrite each other.
CREATE TABLE sipas_state (
  series VARCHAR2(200 CHAR) NOT NULL,
  unit VARCHAR2(40 CHAR) NOT NULL,
  state_day DATE NOT NULL,
  edition NUMBER(19) NOT NULL,
  row_count NUMBER(19) NOT NULL,
  totals BLOB NOT NULL,
  CONSTRAINT sipas_state_key PRIMARY KEY (series, state_day, unit)
);
