-- Results. An index node without a score has a reason and no numbers; a star rating without stars has none.
CREATE TABLE sipas_index_value (
  run VARCHAR2(200 CHAR) NOT NULL,
  group_key VARCHAR2(200 CHAR) NOT NULL,
  node VARCHAR2(200 CHAR) NOT NULL,
  position_in_tree NUMBER(10) NOT NULL,
  method VARCHAR2(200 CHAR) NOT NULL,
  score BINARY_DOUBLE,
  printed_score VARCHAR2(40 CHAR),
  reason VARCHAR2(40 CHAR),
  standard_error BINARY_DOUBLE,
  lower_bound BINARY_DOUBLE,
  upper_bound BINARY_DOUBLE,
  confidence BINARY_DOUBLE,
  interval_method VARCHAR2(40 CHAR),
  base NUMBER(19),
  effective_base BINARY_DOUBLE,
  flags VARCHAR2(400 CHAR),
  CONSTRAINT sipas_index_value_key PRIMARY KEY (run, group_key, node)
);

CREATE TABLE sipas_star_rating (
  run VARCHAR2(200 CHAR) NOT NULL,
  unit VARCHAR2(40 CHAR) NOT NULL,
  method VARCHAR2(200 CHAR) NOT NULL,
  outcome VARCHAR2(40 CHAR) NOT NULL,
  stars NUMBER(10),
  total BINARY_DOUBLE,
  printed_total VARCHAR2(40 CHAR),
  document CLOB NOT NULL,
  CONSTRAINT sipas_star_rating_key PRIMARY KEY (run, unit)
);
