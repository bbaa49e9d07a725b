-- What a sealed month was first published as never changes, whoever writes: only a new epoch of the log begins anew.
CREATE FUNCTION keep_first_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'PROVISIONAL' THEN
    IF TG_OP = 'DELETE' THEN
      RAISE EXCEPTION 'counter % of % is sealed: it cannot be deleted', OLD.indicator, OLD.month
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.log_epoch = OLD.log_epoch
       AND (NEW.first_published <> OLD.first_published OR NEW.status = 'PROVISIONAL') THEN
      RAISE EXCEPTION 'counter % of % is sealed: what was first published does not change', OLD.indicator, OLD.month
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER keep_first_published BEFORE UPDATE OR DELETE ON monthly_counter
  FOR EACH ROW EXECUTE FUNCTION keep_first_published();
