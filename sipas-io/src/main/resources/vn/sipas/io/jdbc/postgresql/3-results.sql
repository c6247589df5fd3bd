-- Results. An index node without a score has a reason and no numbers; a star rating without stars has none.
CREATE TABLE IF NOT EXISTS sipas_index_value (
  run VARCHAR(200) NOT NULL,
  group_key VARCHAR(200) NOT NULL,
  node VARCHAR(200) NOT NULL,
  position_in_tree INTEGER NOT NULL,
  method VARCHAR(200) NOT NULL,
  score DOUBLE PRECISION,
  printed_score VARCHAR(40),
  reason VARCHAR(40),
  standard_error DOUBLE PRECISION,
  lower_bound DOUBLE PRECISION,
  upper_bound DOUBLE PRECISION,
  confidence DOUBLE PRECISION,
  interval_method VARCHAR(40),
  base BIGINT,
  effective_base DOUBLE PRECISION,
  flags VARCHAR(400),
  CONSTRAINT sipas_index_value_key PRIMARY KEY (run, group_key, node)
);

CREATE TABLE IF NOT EXISTS sipas_star_rating (
  run VARCHAR(200) NOT NULL,
  unit VARCHAR(40) NOT NULL,
  method VARCHAR(200) NOT NULL,
  outcome VARCHAR(40) NOT NULL,
  stars INTEGER,
  total DOUBLE PRECISION,
  printed_total VARCHAR(40),
  document TEXT NOT NULL,
  CONSTRAINT sipas_star_rating_key PRIMARY KEY (run, unit)
);
