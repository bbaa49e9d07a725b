-- Totals of cells, absolute. A row is replaced only by one of a later version: epoch of the log, then the sum of
-- the log positions behind it.
CREATE TABLE observation (
  indicator  text   NOT NULL,
  part       text   NOT NULL,
  day        date   NOT NULL,
  dimensions text   NOT NULL,
  codes      jsonb  NOT NULL,
  vintage    int    NOT NULL,
  value      bigint NOT NULL,
  count      bigint NOT NULL,
  digest     bigint NOT NULL,
  ordering   bigint NOT NULL,
  log_epoch int    NOT NULL,
  position   bigint NOT NULL,
  PRIMARY KEY (indicator, day, part, dimensions, vintage)
);

CREATE TABLE monthly_counter (
  indicator       text   NOT NULL,
  month           date   NOT NULL,
  dimensions      text   NOT NULL,
  status          text   NOT NULL,
  value           bigint NOT NULL,
  first_published bigint NOT NULL,
  count           bigint NOT NULL,
  digest          bigint NOT NULL,
  vintage         int    NOT NULL,
  last_day        date   NOT NULL,
  log_epoch      int    NOT NULL,
  position        bigint NOT NULL,
  PRIMARY KEY (indicator, month, dimensions)
);

-- One row a partition of the log that has taken a seal; the month is sealed when all have.
CREATE TABLE seal_acknowledgement (
  source        text   NOT NULL,
  month         date   NOT NULL,
  number        int    NOT NULL,
  log_partition int    NOT NULL,
  partitions    int    NOT NULL,
  position      bigint NOT NULL,
  count         bigint NOT NULL,
  digest        bigint NOT NULL,
  PRIMARY KEY (source, month, number, log_partition)
);
