"""The tables of the log, as data.

``event`` is the truth and only ever grows; ``schedule`` is a cache that the truth implies; ``meta``
says whose file it is. The rules that keep ``event`` append-only stand in the file itself, so they
bind every program that opens it. A trigger's message is the catalogue key of the refusal.
"""

APPLICATION_ID = 0x517A446B  # "QzDk"
OLDEST_SQLITE = (3, 37, 0)  # the first with STRICT tables

EVENT_COLUMNS = frozenset({
    "id", "device", "seq", "ts_ms", "tz_min", "study_day", "kind", "item", "target", "session",
    "mode", "outcome", "grade", "elapsed_ms", "payload", "sha",
})  # fmt: skip

_VERSION_1 = (
    """
    CREATE TABLE event (
      id TEXT NOT NULL PRIMARY KEY,
      device TEXT NOT NULL,
      seq INTEGER NOT NULL,
      ts_ms INTEGER NOT NULL,
      tz_min INTEGER NOT NULL,
      study_day INTEGER NOT NULL,
      kind TEXT NOT NULL,
      item TEXT,
      target TEXT REFERENCES event (id),
      session TEXT NOT NULL,
      mode TEXT NOT NULL,
      outcome TEXT,
      grade INTEGER CHECK (grade BETWEEN 1 AND 4),
      elapsed_ms INTEGER,
      payload TEXT NOT NULL,
      sha TEXT NOT NULL,
      UNIQUE (device, seq)
    ) STRICT
    """,
    "CREATE UNIQUE INDEX event_answer ON event (target) WHERE kind = 'attempt'",
    "CREATE INDEX event_fold ON event (item, study_day, ts_ms, device, seq) WHERE kind = 'attempt'",
    "CREATE INDEX event_session ON event (session)",
    """
    CREATE TRIGGER event_update BEFORE UPDATE ON event BEGIN
      SELECT RAISE(ABORT, 'record.append_only');
    END
    """,
    """
    CREATE TRIGGER event_delete BEFORE DELETE ON event BEGIN
      SELECT RAISE(ABORT, 'record.append_only');
    END
    """,
    # INSERT OR REPLACE deletes what it collides with and fires no delete trigger, so a collision
    # has to be refused before the row goes in; NEW.rowid is -1 unless the statement gives one.
    """
    CREATE TRIGGER event_insert BEFORE INSERT ON event BEGIN
      SELECT RAISE(ABORT, 'record.identity_taken')
       WHERE EXISTS (SELECT 1 FROM event WHERE id = NEW.id OR rowid = NEW.rowid);
      SELECT RAISE(ABORT, 'record.already_answered')
       WHERE NEW.kind = 'attempt'
         AND EXISTS (SELECT 1 FROM event WHERE kind = 'attempt' AND target = NEW.target);
      SELECT RAISE(ABORT, 'record.out_of_sequence')
       WHERE NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM event WHERE device = NEW.device);
    END
    """,
    """
    CREATE TABLE schedule (
      item TEXT NOT NULL PRIMARY KEY,
      stability REAL NOT NULL,
      difficulty REAL NOT NULL,
      due_day INTEGER NOT NULL,
      last_day INTEGER NOT NULL,
      repetitions INTEGER NOT NULL,
      lapses INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX schedule_due ON schedule (due_day)",
    "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
)

_VERSION_2 = (
    # whatever folds or counts attempts leaves out those that were taken back
    "CREATE INDEX event_void ON event (target) WHERE kind = 'void'",
    # what was taken back may be answered once more
    "DROP INDEX event_answer",
    "CREATE INDEX event_answer ON event (target) WHERE kind = 'attempt'",
    "DROP TRIGGER event_insert",
    """
    CREATE TRIGGER event_insert BEFORE INSERT ON event BEGIN
      SELECT RAISE(ABORT, 'record.identity_taken')
       WHERE EXISTS (SELECT 1 FROM event WHERE id = NEW.id OR rowid = NEW.rowid);
      SELECT RAISE(ABORT, 'record.already_answered')
       WHERE NEW.kind = 'attempt'
         AND EXISTS (
           SELECT 1 FROM event AS answer
            WHERE answer.kind = 'attempt' AND answer.target = NEW.target
              AND NOT EXISTS (
                SELECT 1 FROM event WHERE kind = 'void' AND target = answer.id
              )
         );
      SELECT RAISE(ABORT, 'record.out_of_sequence')
       WHERE NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM event WHERE device = NEW.device);
    END
    """,
    # no index may begin with the kind: SQLite would take it for the answers to one shown record
    "CREATE INDEX event_day ON event (study_day, kind)",
    # all that the home page counts, so that it need not read the events themselves
    """
    CREATE INDEX event_recent ON event (study_day, item, ts_ms, outcome, elapsed_ms, id)
     WHERE kind = 'attempt'
    """,
    "CREATE INDEX event_shown ON event (item, ts_ms) WHERE kind = 'shown'",
    "CREATE INDEX event_rest ON event (item) WHERE kind IN ('suspended', 'resumed')",
    "CREATE INDEX event_mock ON event (device, seq) WHERE mode = 'mock'",
)

_VERSION_3 = (
    "CREATE INDEX event_mark ON event (item, ts_ms) WHERE kind IN ('flagged', 'unflagged')",
    "CREATE INDEX event_rated ON event (target) WHERE kind = 'rated'",
    """
    CREATE INDEX event_sure ON event (item, study_day)
     WHERE kind = 'attempt' AND outcome = 'wrong'
       AND json_extract(payload, '$.confidence') = 'sure'
    """,
)

_VERSION_4 = ("CREATE INDEX event_forward ON event (item, study_day) WHERE kind = 'put_forward'",)

# the statements at index n lead from user_version n to n + 1
MIGRATIONS = (_VERSION_1, _VERSION_2, _VERSION_3, _VERSION_4)
SCHEMA_VERSION = len(MIGRATIONS)
