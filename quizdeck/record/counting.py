"""What statistics ask of the log: every attempt that stands, with no more than is counted of it."""

_STANDING = "NOT IN (SELECT target FROM event WHERE kind = 'void')"

# A slip is named on the device on which the answer was given, and beside a maximum SQLite takes the
# other columns from the row that has it. The study day is there so that the few rows are found by
# an index.
_NAMED_SLIPS = """
SELECT target, json_extract(payload, '$.slip') AS slip, max(seq) FROM event
 WHERE kind = 'slip_named' AND study_day >= 0 GROUP BY target
"""

# in the order of the fields of ``Attempt``
ATTEMPTS = f"""
SELECT item, study_day, outcome = 'correct', CASE WHEN mode <> 'practice' THEN grade END,
       elapsed_ms, coalesce(slip, json_extract(payload, '$.slips[0]')),
       json_extract(payload, '$.confidence')
  FROM event LEFT JOIN ({_NAMED_SLIPS}) AS named ON named.target = event.id
 WHERE kind = 'attempt' AND id {_STANDING}
 ORDER BY study_day, ts_ms, device, seq
"""  # noqa: S608, constants alone

CAUSES = f"""
SELECT target, json_extract(payload, '$.cause') FROM event
 WHERE kind = 'cause' AND study_day >= 0 AND target {_STANDING}
 ORDER BY ts_ms, device, seq
"""  # noqa: S608, constants alone
