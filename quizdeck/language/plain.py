"""The words of the line mode."""

from quizdeck.text import Localized

PLAIN: dict[str, Localized] = {
    "plain.prompt_choice": Localized(
        ja="番号を入力（? で答え、: でほかの操作、q で中断）: ",
        en="Type a number (? shows the answer, : lists more, q leaves): ",
    ),
    "plain.prompt_numeric": Localized(
        ja="答えを入力（? で答え、: でほかの操作、q で中断）: ",
        en="Type your answer (? shows it, : lists more, q leaves): ",
    ),
    "plain.prompt_typed": Localized(
        ja="{hint} を入力（? で答え、: でほかの操作、q で中断）: ",
        en="Type {hint} (? shows the answer, : lists more, q leaves): ",
    ),
    "plain.prompt_slip": Localized(
        ja="どれでしたか（番号。わからなければ Enter）: ",
        en="Which was it? (a number, or Enter if you cannot tell): ",
    ),
    "plain.go_on": Localized(
        ja="Enter で次へ（: でほかの操作、q で中断）: ",
        en="Enter goes on (: lists more, q leaves): ",
    ),
    "plain.commands": Localized(
        ja="  :h ヒント   :l あとで   :r 明日まで休ませる   :s 1–3 自信の度合い\n"
        "  :f メモ 印をつける（メモなしでもう一度打つと外す）   :u 直前の解答を取り消す\n"
        "  判定のあとで   :e やさしかった   :w 1–6 間違えた原因",
        en="  :h hint   :l later   :r rest until tomorrow   :s 1–3 how sure\n"
        "  :f NOTE flag (again without a note: take it off)   :u take back the last answer\n"
        "  after a verdict   :e it was easy   :w 1–6 why it was wrong",
    ),
    "plain.how_sure": Localized(
        ja="どのくらい確かですか（:s 番号）  {choices}", en="How sure? (:s and a number)  {choices}"
    ),
    "plain.why": Localized(
        ja="原因は（:w 番号）  {choices}", en="Why? (:w and a number)  {choices}"
    ),
    "plain.not_now": Localized(
        ja="  いまは使えません。: で操作の一覧が出ます。",
        en="  That is not possible now. A colon alone lists what is.",
    ),
    "plain.leech": Localized(
        ja=":r で明日まで休ませられます。", en=":r lets this one rest until tomorrow."
    ),
    "plain.nothing": Localized(
        ja="今日の分は終わりました。数値練習は quizdeck practice --plain で。",
        en="Today's work is done. For numeric practice: quizdeck practice --plain",
    ),
}
