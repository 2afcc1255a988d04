"""The four sentences of the first start."""

from quizdeck.text import Localized

TOUR: dict[str, Localized] = {
    "tour.daily": Localized(
        ja="1日に一度 `quizdeck` を開いて Enter を押すだけです。"
        "忘れかけた問題から順に、計算は毎回新しい数値で出ます。",
        en="Open `quizdeck` once a day and press Enter: what you are about to forget comes first, "
        "with fresh numbers every time.",
    ),
    "tour.answers": Localized(
        ja="選択は数字キーで、計算は紙に書くとおりに `0.875` や `7/8` と入力します。"
        "IME がオンのままでもかまいません。",
        en="Choose with the number keys, and type numbers as on paper, like `0.875` or `7/8`; "
        "full-width ones are fine.",
    ),
    "tour.mistakes": Localized(
        ja="間違えたときは、どの一歩で間違えたかがわかります。"
        "答えはその場で保存されるので、いつ Esc で閉じても大丈夫です。",
        en="After a mistake you see which step went wrong, and every answer is saved at once, "
        "so you can leave with Esc at any time.",
    ),
    "tour.help": Localized(
        ja="迷ったら、どの画面でも `?` を押すと、そこで使えるキーが出ます。",
        en="Whenever you are unsure, press `?`: every screen shows its keys.",
    ),
}
