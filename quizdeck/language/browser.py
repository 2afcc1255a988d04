"""The words of the bank browser."""

from quizdeck.text import Localized

BROWSER: dict[str, Localized] = {
    "browser.title": Localized(ja="問題集", en="Bank"),
    "browser.hint": Localized(
        ja="ことば・ID・タグで探す（空白で区切ると、すべてを含むもの）",
        en="words, ids, tags; several words narrow it",
    ),
    "browser.all": Localized(ja="すべて", en="all"),
    "browser.count": Localized(ja="{count} 件", en="{count} item(s)"),
    "browser.part": Localized(ja="（{part}）", en="({part}) "),
    "browser.nothing": Localized(
        ja="当てはまる問題はありません。0 で絞り込みを外せます。",
        en="Nothing matches. Press 0 to clear every filter.",
    ),
    "browser.gone": Localized(ja="この問題はもうありません。", en="This item no longer exists."),
    "browser.mistakes": Localized(ja="よくある誤答", en="Known wrong answers"),
    "browser.slips": Localized(ja="見分けられる間違い", en="Slips it can name"),
    "browser.example": Localized(
        ja="数値の一例です。出題のたびに変わります。",
        en="An example: the numbers are fresh every time.",
    ),
    "browser.record": Localized(ja="これまでの記録", en="Record"),
    "browser.never": Localized(ja="まだ解いていません。", en="Not answered yet."),
    "browser.answered": Localized(
        ja="{count} 回中 {right} 回正解 ・ 平均 {seconds} 秒",
        en="{right} of {count} right · {seconds} s on average",
    ),
    "browser.schedule": Localized(
        ja="前回 {last} ・ 次回 {due} ・ 忘れた回数 {lapses}",
        en="last {last} · next {due} · forgotten {lapses}×",
    ),
    "browser.id": Localized(ja="ID", en="ID"),
    "browser.tags": Localized(ja="タグ", en="Tags"),
    "browser.place": Localized(ja="場所", en="Place"),
    "browser.source": Localized(ja="出典", en="Source"),
    "browser.rests": Localized(
        ja="休ませました。もう一度 x を押すと、また出ます。",
        en="It rests now. Press x again to bring it back.",
    ),
    "browser.back": Localized(ja="また出ます。", en="It comes again."),
    "state.new": Localized(ja="新規", en="new"),
    "state.due": Localized(ja="期限", en="due"),
    "state.failing": Localized(ja="苦手", en="failing"),
    "state.resting": Localized(ja="休み", en="resting"),
    "state.flagged": Localized(ja="印", en="flagged"),
}
