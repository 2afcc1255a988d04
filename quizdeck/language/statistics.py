"""The words of the tables of statistics."""

from quizdeck.text import Localized

STATISTICS: dict[str, Localized] = {
    "stats.by_topic": Localized(ja="手法ごと", en="By topic"),
    "stats.by_level": Localized(ja="レベルごと", en="By level"),
    "stats.by_item": Localized(ja="正答率の低いもの", en="Weakest items"),
    "stats.by_slip": Localized(ja="間違いの種類", en="Slips"),
    "stats.total": Localized(ja="全体", en="All"),
    "stats.level": Localized(ja="Lv {level}", en="Lv {level}"),
    "stats.no_level": Localized(ja="今はない問題", en="no longer asked"),
    "stats.column.right": Localized(ja="初回の正答", en="first tries"),
    "stats.column.retained": Localized(ja="後日の定着", en="retained"),
    "stats.column.median": Localized(ja="中央値 秒", en="median s"),
    "stats.column.mean": Localized(ja="平均 秒", en="mean s"),
    "stats.column.over": Localized(ja="{seconds} 秒超", en="over {seconds} s"),
    "stats.column.times": Localized(ja="回数", en="times"),
    "stats.column.state": Localized(ja="状態", en="state"),
    "stats.column.predicted": Localized(ja="予測", en="predicted"),
    "stats.open": Localized(ja="未克服", en="open"),
    "stats.mended": Localized(ja="克服", en="mended"),
    "stats.forecast": Localized(ja="これから{days}日の復習", en="Due in the next {days} days"),
    "stats.said": Localized(ja="自信と結果", en="Confidence and outcome"),
    "stats.predicted": Localized(ja="記憶の予測と結果", en="Predicted recall and outcome"),
    "stats.causes": Localized(ja="間違えた理由", en="Causes named"),
    "stats.mocks": Localized(ja="模試", en="Mocks"),
    "stats.note": Localized(
        ja="初回の正答 = その日の1回目に正解した割合。後日の定着 = 前の日までに学んだ問題を、ヒントなしで正解した割合。本番は1問 {seconds} 秒。",
        en="First tries: right at the first try of a day. Retained: known without help on a later "
        "day. The exam allows {seconds} s a question.",
    ),
}
