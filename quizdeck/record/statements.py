"""What is asked of the log, one statement a question."""

# ruff: noqa: S608, the statements are put together from constants alone

from quizdeck.study.records import Mode

IN_ORDER_WRITTEN = "ORDER BY device, seq"
IN_FOLD_ORDER = "ORDER BY study_day, ts_ms, device, seq"

EVENTS = "SELECT * FROM event"
# asked of one attempt at a time: a list of all that was taken back would grow with the log
TAKEN_BACK = (
    "EXISTS (SELECT 1 FROM event AS void WHERE void.kind = 'void' AND void.target = event.id)"
)
STANDING_ATTEMPTS = f"{EVENTS} WHERE kind = 'attempt' AND NOT {TAKEN_BACK}"

_SCHEDULED = ", ".join(f"'{mode}'" for mode in Mode if mode.is_scheduled)

RATINGS = f"""
SELECT id, item, study_day, grade FROM event
 WHERE kind = 'attempt' AND grade IS NOT NULL AND mode IN ({_SCHEDULED}) AND NOT {TAKEN_BACK}
"""

LAST_GRADES = f"""
SELECT grade, min(ts_ms) FROM event
 WHERE kind = 'attempt' AND grade IS NOT NULL AND mode IN ({_SCHEDULED}) AND NOT {TAKEN_BACK}
   AND item IN (%s)
 GROUP BY study_day ORDER BY study_day DESC LIMIT ?
"""

SURE_BUT_WRONG = f"""
SELECT DISTINCT item FROM event
 WHERE kind = 'attempt' AND outcome = 'wrong' AND json_extract(payload, '$.confidence') = 'sure'
   AND NOT {TAKEN_BACK}
   AND NOT EXISTS (
     SELECT 1 FROM event AS later WHERE later.kind = 'attempt' AND later.item = event.item
        AND later.study_day > event.study_day
   )
"""

PUT_FORWARD = """
SELECT item, max(study_day) FROM event WHERE kind = 'put_forward' GROUP BY item
"""

MARKS = "SELECT * FROM event WHERE kind IN ('flagged', 'unflagged')"

MEMORIES = """
SELECT item, stability, difficulty, due_day, last_day, repetitions, lapses FROM schedule
"""

# a plus keeps SQLite from walking back through the whole log of the device
OPEN_SESSION = """
SELECT session FROM event AS begun
WHERE kind = 'session_started' AND +device = ? AND mode = ? AND study_day = ?
  AND NOT EXISTS (
    SELECT 1 FROM event AS ended WHERE session = begun.session AND kind = 'session_ended'
      AND NOT EXISTS (
        SELECT 1 FROM event WHERE session = begun.session AND kind = 'void' AND seq > ended.seq
      )
  )
ORDER BY seq DESC LIMIT 1
"""

OPEN_MOCK = """
SELECT session FROM event AS begun
WHERE kind = 'session_started' AND mode = 'mock' AND device = ?
  AND NOT EXISTS (
    SELECT 1 FROM event WHERE session = begun.session AND kind = 'session_ended'
  )
ORDER BY seq DESC LIMIT 1
"""

STUDY_DAYS = """
SELECT DISTINCT study_day FROM event
WHERE kind = 'attempt' AND id NOT IN (SELECT target FROM event WHERE kind = 'void')
ORDER BY study_day
"""

# From one item to the next in an index, however often each occurs; of what was only planned the
# newest day is enough, because no older session is taken up again.
NAMED_ITEMS = """
WITH RECURSIVE
  shown (item) AS (
    SELECT min(item) FROM event WHERE kind = 'shown'
    UNION ALL
    SELECT (SELECT min(item) FROM event WHERE kind = 'shown' AND item > shown.item)
      FROM shown WHERE shown.item IS NOT NULL
  ),
  answered (item) AS (
    SELECT min(item) FROM event WHERE kind = 'attempt'
    UNION ALL
    SELECT (SELECT min(item) FROM event WHERE kind = 'attempt' AND item > answered.item)
      FROM answered WHERE answered.item IS NOT NULL
  )
SELECT item FROM shown WHERE item IS NOT NULL
UNION
SELECT item FROM answered WHERE item IS NOT NULL
UNION
SELECT value FROM event, json_each(payload, '$.items')
 WHERE kind = 'session_started' AND study_day = (SELECT max(study_day) FROM event)
"""

GAPS = """
SELECT device, count(*) AS found, max(seq) AS newest FROM event
GROUP BY device HAVING found <> newest
"""
