"""The words of mock quizzes."""

from quizdeck.text import Localized

MOCK: dict[str, Localized] = {
    "area.code": Localized(ja="コード", en="Code"),
    "area.concept": Localized(ja="概念", en="Concepts"),
    "area.formula": Localized(ja="式", en="Formulas"),
    "area.notation": Localized(ja="記号", en="Notation"),
    "area.numeric": Localized(ja="計算", en="Numbers"),
    "key.review": Localized(ja="見直し", en="Review"),
    "key.scratch": Localized(ja="計算用紙", en="Notes"),
    "mock.by_area": Localized(ja="得点率（分野）", en="Score by area"),
    "mock.by_topic": Localized(ja="得点率（手法）", en="Score by method"),
    "mock.changes": Localized(
        ja="変更 {count} 問（誤→正 {mended}、正→誤 {spoilt}）   印 {flags} 問   無解答 {unanswered} 問",
        en="Changed: {count} (to right {mended}, to wrong {spoilt})   flags {flags}   "
        "unanswered {unanswered}",
    ),
    "mock.choose": Localized(ja="模試を選ぶ", en="Choose a mock"),
    "mock.faulty": Localized(
        ja="{path} には {count} 件の不具合があるので、模試を始められません。",
        en="{path} has {count} problem(s), so no mock can be made of it.",
    ),
    "mock.few_blanks": Localized(
        ja="空欄の小問を {wanted} 問出す計画ですが、条件に合うものは {count} 問しかありません。",
        en="The plan wants {wanted} part(s) with a blank, but only {count} suit it.",
    ),
    "mock.few_unsuitable": Localized(
        ja="「不適切なもの」の小問を {wanted} 問出す計画ですが、条件に合うものは {count} 問しかありません。",
        en="The plan wants {wanted} part(s) that ask for the unsuitable, but only {count} suit it.",
    ),
    "mock.fillable": Localized(
        ja="模試 {name}: {parts} 小問を組めます。",
        en="Mock {name}: its {parts} parts can be filled.",
    ),
    "mock.flagged": Localized(
        ja="印のある小問 {count} 問: {numbers}", en="Flagged: {count} ({numbers})"
    ),
    "mock.go_to": Localized(
        ja="小問 {number} へ（番号と Enter）", en="To part {number} (number and Enter)"
    ),
    "mock.goes_on": Localized(
        ja="模試の時計は進んだままです。時間内に戻れば続きから解けます。",
        en="The clock of the mock goes on. Come back in time and it goes on where you were.",
    ),
    "mock.hand_in_ask": Localized(ja="提出しますか。", en="Hand in?"),
    "mock.hand_in_confirm": Localized(
        ja="Enter で提出、ほかの文字で戻る: ", en="Enter hands in, anything else goes back: "
    ),
    "mock.hand_in_keys": Localized(
        ja="Enter で提出 ・ Esc で戻る", en="Enter hands in · Esc goes back"
    ),
    "mock.left": Localized(ja="残り {time}", en="{time} left"),
    "mock.legend": Localized(
        ja="● 解答済み   ○ 見た   · まだ   ⚑ 印", en="● answered   ○ seen   · not yet   ⚑ flagged"
    ),
    "mock.misses_due": Localized(
        ja="間違えた {count} 問を明日のドリルに入れました。",
        en="{count} missed item(s) are in tomorrow's drill.",
    ),
    "mock.more_than_all": Localized(
        ja="小問は全部で {parts} 問しかありません。", en="There are only {parts} parts in all."
    ),
    "mock.no_exercise": Localized(
        ja="{item} を出題できませんでした。別の番号を試してください。",
        en="{item} could not be shown. Try another seed.",
    ),
    "mock.no_file": Localized(
        ja="{path} という模試のファイルはありません。", en="There is no file {path}."
    ),
    "mock.no_line": Localized(
        ja="合格点は公表されていないので、合否の判定はしません。",
        en="The pass line is not published, so no verdict is given.",
    ),
    "mock.not_answered": Localized(ja="– 無解答", en="– Not answered"),
    "mock.nothing_left": Localized(
        ja="無解答も印もありません。", en="Nothing is unanswered or flagged."
    ),
    "mock.pace": Localized(ja="ペース {pace}", en="pace {pace}"),
    "mock.position": Localized(
        ja="大問{section} ・ 小問 {place} / {total}",
        en="section {section} · part {place} / {total}",
    ),
    "mock.print_key": Localized(ja="解答と解説", en="Answers and explanations"),
    "mock.prompt": Localized(
        ja="番号で解答（n 次、p 前、g 12 で移動、f 印、r 見直し、l 一覧、end 提出、q 中断）: ",
        en="A number answers (n next, p previous, g 12 goes there, f flags, r reviews, l lists, "
        "end hands in, q leaves): ",
    ),
    "mock.resumed": Localized(
        ja="途中の模試を続けます（残り {time}）。", en="The mock under way goes on ({time} left)."
    ),
    "mock.scratch": Localized(
        ja="計算用紙   小問 {place}（時計は進みます）",
        en="Scratch sheet, part {place} (the clock goes on)",
    ),
    "mock.section": Localized(ja="大問{section}  {name}", en="Section {section}  {name}"),
    "mock.size": Localized(ja="{parts} 小問 / {minutes} 分", en="{parts} parts / {minutes} min"),
    "mock.time": Localized(
        ja="時間 {time}   平均 {seconds} 秒 / 問（本番の目安 {pace} 秒）   長かった小問: {slowest}",
        en="Time {time}   {seconds} s a part on average (the exam's pace is {pace} s)   "
        "longest: {slowest}",
    ),
    "mock.time_left": Localized(ja="残り {minutes} 分です。", en="{minutes} minutes left."),
    "mock.time_up": Localized(
        ja="時間になったので提出しました。", en="The time is up; the paper is in."
    ),
    "mock.took": Localized(ja="{seconds} 秒", en="{seconds} s"),
    "mock.total": Localized(
        ja="得点率 {percent}%（{correct} / {total}）", en="Score {percent}% ({correct} of {total})"
    ),
    "mock.unanswered": Localized(
        ja="無解答の小問 {count} 問: {numbers}", en="Unanswered: {count} ({numbers})"
    ),
    "mock.unfillable": Localized(
        ja="大問{section} を作れません: 条件に合う小問が {missing} 問足りません。",
        en="Section {section} cannot be filled: {missing} suitable part(s) are missing.",
    ),
    "mock.unknown": Localized(
        ja="{name} という模試はありません。使えるもの: {known}",
        en="There is no mock {name}. Known: {known}",
    ),
}
