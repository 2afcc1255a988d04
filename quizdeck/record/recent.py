"""What the home page asks of the log: counts over a few days, whatever came before them.

Every statement finds its rows by an index of the study day and leaves out what was taken back.
"""

# ruff: noqa: S608, the statements are put together from constants alone

_STANDS = """
kind = 'attempt' AND NOT EXISTS (
  SELECT 1 FROM event AS void WHERE void.kind = 'void' AND void.target = event.id
)
"""

# Beside a minimum, SQLite takes the other columns from the row that has it. The plus keeps it from
# walking through the whole log by item.
FIRST_TRIES = f"""
SELECT item, count(*), sum(outcome = 'correct'), sum(min(coalesce(elapsed_ms, 0), ?))
  FROM (
    SELECT item, outcome, elapsed_ms, min(ts_ms) FROM event
     WHERE study_day >= ? AND {_STANDS} GROUP BY +item, study_day
  )
 GROUP BY item
"""

SLIPS = f"""
SELECT id, json_extract(payload, '$.slips[0]') FROM event
 WHERE study_day >= ? AND outcome = 'wrong' AND {_STANDS}
"""

NAMED_SLIPS = """
SELECT target, json_extract(payload, '$.slip') FROM event
 WHERE study_day >= ? AND kind = 'slip_named'
"""

ANSWERS_BY_DAY = f"""
SELECT study_day, count(*) FROM event WHERE study_day >= ? AND {_STANDS} GROUP BY study_day
"""

DAYS_IN_A_ROW = f"""
WITH RECURSIVE run (day) AS (
  SELECT ?
  UNION ALL
  SELECT day - 1 FROM run
   WHERE EXISTS (SELECT 1 FROM event WHERE study_day = run.day AND {_STANDS})
)
SELECT day FROM run
 WHERE EXISTS (SELECT 1 FROM event WHERE study_day = run.day AND {_STANDS})
"""
