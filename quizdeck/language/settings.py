"""The words about settings."""

from quizdeck.text import Localized

SETTINGS: dict[str, Localized] = {
    "settings.title": Localized(ja="設定", en="Settings"),
    "settings.language": Localized(ja="言語", en="Language"),
    "settings.notation": Localized(ja="記号", en="Letters"),
    "settings.theme": Localized(ja="配色", en="Theme"),
    "settings.math_style": Localized(ja="数式の表し方", en="Mathematics"),
    "settings.calm": Localized(ja="動き", en="Motion"),
    "settings.exam": Localized(ja="試験日", en="Exam date"),
    "settings.new_a_day": Localized(ja="1日の新規", en="New a day"),
    "settings.reviews_a_day": Localized(ja="1日の復習", en="Reviews a day"),
    "settings.items_a_session": Localized(ja="1回の問題数", en="Items a session"),
    "settings.minutes": Localized(ja="1回の時間（分）", en="Minutes a session"),
    "settings.about.language": Localized(
        ja="画面と問題の言語です。どの画面からでも、ホームの l でも切り替わります。",
        en="The language of screens and questions; l on the first screen switches it as well.",
    ),
    "settings.about.notation": Localized(
        ja="計算問題をどの本の記号で書くか。問題そのものは変わりません。",
        en="Whose letters numeric problems are written in. The problems stay the same.",
    ),
    "settings.about.theme": Localized(
        ja="正誤や状態は、色のほかに記号とことばでも示します。NO_COLOR を設定すると色を使いません。",
        en="Right, wrong and every state have a sign and a word beside their colour. With NO_COLOR "
        "set there is no colour at all.",
    ),
    "settings.about.math_style": Localized(
        ja="添字の文字が表示されない端末では「文字で」にします。例: m_t = beta_1 m_(t-1)",
        en="Choose “plain” where the terminal's font lacks small letters: m_t = beta_1 m_(t-1)",
    ),
    "settings.about.calm": Localized(
        ja="「なし」にすると、画面の動きを止めます。", en="“none” does without any animation."
    ),
    "settings.about.exam": Localized(
        ja="決めると、試験までの日数を表示し、直前の数日ですべてをもう一度復習します。"
        "空にすると取り消します。",
        en="With a date, the days left are shown and everything comes once more in the last days "
        "before it. Empty takes it back.",
    ),
    "settings.about.new_a_day": Localized(
        ja="1日に新しく出す問題の数。復習がたまっている日は出ません。",
        en="How many items are met for the first time on one day; none while reviews are put off.",
    ),
    "settings.about.reviews_a_day": Localized(
        ja="1日に復習する数の上限。しばらく休んだあとも、少しずつ取り戻せます。",
        en="The most reviews on one day, so that a long break does not become a wall.",
    ),
    "settings.about.items_a_session": Localized(
        ja="1回のドリルの問題数。", en="How many items one drill has."
    ),
    "settings.about.minutes": Localized(
        ja="1回のドリルの時間。1問をおよそ45秒として、問題数を減らします。",
        en="How long one drill takes; at about 45 s an item it has that many fewer.",
    ),
    "settings.choose": Localized(ja="← → で変えます。", en="Change it with ← →."),
    "settings.number": Localized(
        ja="{least}〜{most}（はじめは {usual}）。← → か、Enter で入力します。",
        en="{least}–{most} (usually {usual}). Use ← →, or Enter to type it.",
    ),
    "settings.day": Localized(
        ja="Enter で入力します。例: 2027-02-13", en="Enter to type it, such as 2027-02-13."
    ),
    "settings.no_exam": Localized(ja="決めていない", en="not set"),
    "settings.no_limit": Localized(ja="制限なし", en="no limit"),
    "settings.none_new": Localized(ja="0（出さない）", en="0 (none)"),
    "settings.bad_number": Localized(
        ja="「{text}」は使えません。{least}〜{most} の整数を入力してください。",
        en="“{text}” is not allowed. Type a whole number from {least} to {most}.",
    ),
    "settings.bad_day": Localized(
        ja="「{text}」は日付として読めません。2027-02-13 のように入力してください。",
        en="“{text}” is no date. Type it like 2027-02-13.",
    ),
    "settings.bad_choice": Localized(
        ja="「{text}」は使えません。次のどれかです: {allowed}",
        en="“{text}” is not allowed. It is one of: {allowed}",
    ),
    "settings.damaged": Localized(
        ja="設定ファイル {path} が壊れているため、上書きせずに残しました。"
        "直すか、別の名前に変えてから、もう一度設定してください。",
        en="The settings file {path} is damaged and was left as it is. "
        "Mend it, or rename it, and then set this again.",
    ),
    "settings.damaged_now": Localized(
        ja="設定ファイル {path} が壊れていて読めません。ここでの変更は、終了すると失われます。",
        en="The settings file {path} is damaged and cannot be read. What is changed here is "
        "lost at the end.",
    ),
    "language.ja": Localized(ja="日本語", en="Japanese"),
    "language.en": Localized(ja="英語（English）", en="English"),
    "theme.dark": Localized(ja="暗い", en="Dark"),
    "theme.light": Localized(ja="明るい", en="Light"),
    "theme.contrast": Localized(ja="高コントラスト", en="High contrast"),
    "theme.colour-blind": Localized(ja="色覚に配慮（青と橙）", en="Colour-blind safe"),
    "math_style.unicode": Localized(ja="小さい文字で（mₜ、β₂ᵗ）", en="small letters (mₜ, β₂ᵗ)"),
    "math_style.plain": Localized(ja="文字で（m_t、beta_2^t）", en="plain (m_t, beta_2^t)"),
    "calm.off": Localized(ja="あり", en="some"),
    "calm.on": Localized(ja="なし", en="none"),
}
