"""The words of the notebook of slips."""

from quizdeck.text import Localized

NOTEBOOK: dict[str, Localized] = {
    "notebook.title": Localized(ja="弱点ノート", en="Slips notebook"),
    "notebook.none": Localized(
        ja="まだ間違いの記録がありません。計算問題で間違えると、どの一歩だったかがここに残ります。",
        en="No slip is recorded yet. When a number goes wrong, the step that it was is kept here.",
    ),
    "notebook.open": Localized(ja="練習中", en="open"),
    "notebook.mended": Localized(ja="克服", en="mended"),
    "notebook.course": Localized(
        ja="{times}回 ・ 最後は {last} ・ 克服まで {signs}（{days}/{needed} 日）",
        en="{times}× · last on {last} · mended {signs} ({days} of {needed} days)",
    ),
    "notebook.why": Localized(ja="なぜ違うか", en="Why it is wrong"),
    "notebook.notice": Localized(ja="気づき方", en="How to notice it"),
    "notebook.right": Localized(ja="  ✓ 正しい式", en="  ✓ right"),
    "notebook.wrong": Localized(ja="  ✗ この間違いの式", en="  ✗ with this slip"),
    "notebook.example": Localized(
        ja="たとえばある問題では、正しくは {right} のところが {wrong} になります。",
        en="In one problem, for instance, {right} comes out as {wrong}.",
    ),
}
