-- Accumulator states, one a series, unit and day: the bytes of vn.sipas.core.estimate.SampleTotals, which carry their
-- own version and check sum. The edition counts the writes of a row, so that two hosts cannot overwrite each other.
CREATE TABLE IF NOT EXISTS sipas_state (
  series VARCHAR(200) NOT NULL,
  unit VARCHAR(40) NOT NULL,
  state_day DATE NOT NULL,
  edition BIGINT NOT NULL,
  row_count BIGINT NOT NULL,
  totals BLOB NOT NULL,
  CONSTRAINT sipas_state_key PRIMARY KEY (series, state_day, unit)
);
