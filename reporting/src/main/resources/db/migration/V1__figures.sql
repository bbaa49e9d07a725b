-- What the hub counts, added up. A source's figures hang on an epoch of its log; of several epochs one is read.

CREATE TYPE observation_kind AS ENUM ('FLOW', 'MOVEMENT', 'SNAPSHOT', 'MEMBER');
CREATE TYPE series_measure AS ENUM ('FLOW', 'STOCK', 'MEMBERSHIP', 'MEMBER');
CREATE TYPE observation_status AS ENUM ('PROVISIONAL', 'NORMAL', 'REVISED');

-- next_offset: where reading of the log's contributions goes on; it moves in the transaction that adds them.
-- counted: by log partition (the first is 1 here), the offset of the event log up to which the figures have counted.
CREATE TABLE source_log (
  id          int      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  source      text     NOT NULL,
  epoch       int      NOT NULL,
  partitions  int      NOT NULL,
  next_offset bigint   NOT NULL,
  counted     bigint[] NOT NULL,
  UNIQUE (source, epoch)
);

-- The epoch that a source's figures are read from: to change it is one UPDATE.
CREATE TABLE published_log (
  source text PRIMARY KEY,
  log    int  NOT NULL REFERENCES source_log
);

-- An indicator broken down to one set of dimensions. dimensions is the canonical text, codes the same for queries.
-- A MEMBER belongs to the MEMBERSHIP 'whole': the same dimensions without the member. own: the hub's own indicators, never sealed.
CREATE TABLE series (
  id         int            PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  log        int            NOT NULL REFERENCES source_log,
  indicator  text           NOT NULL,
  measure    series_measure NOT NULL,
  dimensions text           NOT NULL,
  codes      jsonb          NOT NULL,
  whole      int            REFERENCES series,
  own        boolean        NOT NULL,
  UNIQUE (log, indicator, measure, dimensions)
);

-- A row a cell. The arrays have an element a partition of the log, all made by the contribution at its position (0: it makes none);
-- amounts are sums, or what is stated, with the ordering and identity that tell which statement is the latest.
-- value, count and digest are over all partitions: count and digest of this vintage alone, value of a stated cell over all vintages up to
-- this one, null where nothing is stated any more.
CREATE TABLE cell (
  series     int              NOT NULL,
  kind       observation_kind NOT NULL,
  day        date             NOT NULL,
  vintage    int              NOT NULL,
  value      numeric,
  count      bigint           NOT NULL,
  digest     bigint           NOT NULL,
  positions  bigint[]         NOT NULL,
  amounts    numeric[]        NOT NULL,
  counts     bigint[]         NOT NULL,
  digests    bigint[]         NOT NULL,
  orderings  bigint[],
  identities bigint[],
  PRIMARY KEY (series, kind, day, vintage)
) WITH (fillfactor = 85);

-- By how much a membership changes from day to day, and what each vintage adds to that: its members on a day as of a vintage are the sum of
-- all rows up to both. count is of its members' cells.
CREATE TABLE membership_step (
  series  int     NOT NULL,
  day     date    NOT NULL,
  vintage int     NOT NULL,
  value   numeric NOT NULL,
  count   bigint  NOT NULL,
  PRIMARY KEY (series, day, vintage)
) WITH (fillfactor = 85);

-- The hub's own indicators over all days: the terms of the closing equation.
CREATE TABLE own_sum (
  series int     PRIMARY KEY,
  value  numeric NOT NULL
) WITH (fillfactor = 85);

-- The consolidated monthly counters. A stock has one in every month from its first to the newest that is sealed.
-- reached: events of this and all earlier months; anchored: a level was stated in the month. version: offset of the contributions.
CREATE TABLE counter (
  series          int                NOT NULL,
  month           date               NOT NULL,
  status          observation_status NOT NULL,
  value           numeric            NOT NULL,
  first_published numeric            NOT NULL,
  count           bigint             NOT NULL,
  digest          bigint             NOT NULL,
  vintage         int                NOT NULL,
  last_day        date               NOT NULL,
  reached         bigint             NOT NULL,
  anchored        boolean            NOT NULL,
  version         bigint             NOT NULL,
  PRIMARY KEY (series, month)
) WITH (fillfactor = 85);

-- Counters that others do not have as they are now.
CREATE TABLE unsent_counter (
  log     int    NOT NULL,
  series  int    NOT NULL,
  month   date   NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (log, series, month)
);

-- A row a partition of the log that has taken a seal; the seal is complete when all have.
CREATE TABLE acknowledged_seal (
  log           int    NOT NULL REFERENCES source_log,
  number        int    NOT NULL,
  log_partition int    NOT NULL,
  month         date   NOT NULL,
  position      bigint NOT NULL,
  count         bigint NOT NULL,
  digest        bigint NOT NULL,
  PRIMARY KEY (log, number, log_partition)
);

-- Months whose first seal is complete: number is that seal's, so that vintages below it are what was first published.
CREATE TABLE sealed_month (
  log    int  NOT NULL REFERENCES source_log,
  month  date NOT NULL,
  number int  NOT NULL,
  PRIMARY KEY (log, month)
);

-- A series' figure as of a vintage, from its cells: a flow from one day to another, a stock on the last day.
CREATE FUNCTION figure_as_of(of_series int, measure series_measure, first date, last date, as_of int) RETURNS numeric
LANGUAGE plpgsql STABLE AS $$
DECLARE
  stated_day date;
  stated_value numeric;
BEGIN
  IF measure = 'FLOW' THEN
    RETURN (SELECT coalesce(sum(c.value), 0) FROM cell c
      WHERE c.series = of_series AND c.kind = 'FLOW' AND c.day BETWEEN first AND last AND c.vintage <= as_of);
  ELSIF measure = 'MEMBERSHIP' THEN
    RETURN (SELECT coalesce(sum(m.value), 0) FROM membership_step m
      WHERE m.series = of_series AND m.day <= last AND m.vintage <= as_of);
  END IF;
  SELECT d.day, d.value INTO stated_day, stated_value
    FROM (SELECT DISTINCT ON (c.day) c.day, c.value FROM cell c
          WHERE c.series = of_series AND c.kind = CASE measure WHEN 'MEMBER' THEN 'MEMBER' ELSE 'SNAPSHOT' END::observation_kind
            AND c.day <= last AND c.vintage <= as_of
          ORDER BY c.day DESC, c.vintage DESC) d
    WHERE d.value IS NOT NULL LIMIT 1;
  RETURN coalesce(stated_value, 0) + (SELECT coalesce(sum(c.value), 0) FROM cell c
    WHERE c.series = of_series AND c.kind = 'MOVEMENT' AND c.day <= last AND c.vintage <= as_of
      AND c.day > coalesce(stated_day, '-infinity'));
END $$;

-- What a sealed month was first published as never changes, whoever writes. What hangs on an epoch that is not read may go.
CREATE FUNCTION keep_first_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    RAISE EXCEPTION 'sealed counters cannot be deleted' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.status <> 'PROVISIONAL' THEN
    IF TG_OP = 'DELETE' THEN
      IF EXISTS (SELECT FROM series s JOIN published_log p ON p.log = s.log WHERE s.id = OLD.series) THEN
        RAISE EXCEPTION 'counter % of % is sealed: it cannot be deleted', OLD.series, OLD.month
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
    ELSIF NEW.first_published <> OLD.first_published OR NEW.status = 'PROVISIONAL'
        OR NEW.series <> OLD.series OR NEW.month <> OLD.month THEN
      RAISE EXCEPTION 'counter % of % is sealed: what was first published does not change', OLD.series, OLD.month
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER keep_first_published BEFORE UPDATE OR DELETE ON counter
  FOR EACH ROW EXECUTE FUNCTION keep_first_published();
CREATE TRIGGER keep_sealed_counters BEFORE TRUNCATE ON counter
  FOR EACH STATEMENT EXECUTE FUNCTION keep_first_published();

-- For reading by hand, and by whoever does not need to know how it is kept: of the epoch that is read.
CREATE VIEW observation AS
  SELECT l.source, s.indicator, c.kind, c.day, s.dimensions, s.codes, c.vintage, coalesce(c.value, 0) AS value, c.count, c.digest
  FROM published_log p JOIN source_log l ON l.id = p.log JOIN series s ON s.log = l.id JOIN cell c ON c.series = s.id;

CREATE VIEW monthly_counter AS
  SELECT l.source, s.indicator, c.month, s.dimensions, s.codes, c.status, c.value, c.first_published, c.count, c.digest, c.vintage,
    c.last_day, l.epoch AS log_epoch, c.version AS position
  FROM published_log p JOIN source_log l ON l.id = p.log JOIN series s ON s.log = l.id JOIN counter c ON c.series = s.id;

CREATE VIEW seal_acknowledgement AS
  SELECT l.source, a.month, a.number, a.log_partition, l.partitions, a.position, a.count, a.digest
  FROM published_log p JOIN source_log l ON l.id = p.log JOIN acknowledged_seal a ON a.log = l.id;
