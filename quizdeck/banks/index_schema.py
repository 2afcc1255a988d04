"""The tables of the index of banks: a cache, thrown away whenever it does not fit.

``shown`` questions are those whose id no earlier one has. Items of others have no ``turn``, which
is the place in the lane of the teaching order: among the items of one level, topic and way to
answer, in the order of the files.
"""

INDEX_VERSION = 2
APPLICATION_ID = 0x517A4978  # "QzIx"

TABLES = (
    "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE file (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,
      rank INTEGER NOT NULL,
      size INTEGER NOT NULL,
      mtime_ns INTEGER NOT NULL,
      digest TEXT NOT NULL,
      bank TEXT NOT NULL,
      source TEXT NOT NULL,
      findings TEXT NOT NULL,
      faults INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE question (
      id INTEGER PRIMARY KEY,
      file INTEGER NOT NULL,
      name TEXT NOT NULL,
      line INTEGER NOT NULL,
      column INTEGER NOT NULL,
      excerpt TEXT,
      excerpt_line INTEGER NOT NULL,
      needs TEXT NOT NULL,
      formerly TEXT NOT NULL,
      is_shown INTEGER NOT NULL DEFAULT 0,
      UNIQUE (file, name)
    ) STRICT
    """,
    "CREATE INDEX question_name ON question (name)",
    "CREATE INDEX question_needs ON question (id) WHERE needs <> ''",
    "CREATE INDEX question_formerly ON question (id) WHERE formerly <> ''",
    """
    CREATE TABLE item (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      question INTEGER NOT NULL,
      topic TEXT NOT NULL,
      topic_place INTEGER NOT NULL,
      level INTEGER NOT NULL,
      kind TEXT NOT NULL,
      is_numeric INTEGER NOT NULL,
      needs TEXT NOT NULL DEFAULT '',
      turn INTEGER
    ) STRICT
    """,
    "CREATE INDEX item_name ON item (name)",
    "CREATE INDEX item_question ON item (question)",
    """
    CREATE INDEX item_order ON item (level, turn, topic_place, topic, is_numeric)
    WHERE turn IS NOT NULL
    """,
    """
    CREATE INDEX item_topic ON item (topic, level, turn, topic_place, is_numeric)
    WHERE turn IS NOT NULL
    """,
    "CREATE INDEX item_browsed ON item (topic_place, topic, level, id) WHERE turn IS NOT NULL",
    # apart from the items, so that a search through all of them reads little else
    """
    CREATE TABLE words (
      item INTEGER PRIMARY KEY,
      ja TEXT NOT NULL,
      en TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE alias (
      former TEXT NOT NULL PRIMARY KEY,
      item TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)
