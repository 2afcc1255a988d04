"""The words on the screens."""

from quizdeck.text import Localized

SCREENS: dict[str, Localized] = {
    # home
    "home.title": Localized(ja="今日のドリル", en="Today's drill"),
    "home.workload": Localized(
        ja="復習 {due} ・ 新規 {new} ・ 約{minutes}分",
        en="{due} due · {new} new · about {minutes} min",
    ),
    "home.resume": Localized(
        ja="途中のドリルがあります（残り {left} 問）", en="A drill is under way ({left} left)"
    ),
    "home.nothing_due": Localized(ja="今日の分は終わりました", en="Today's work is done"),
    "home.start": Localized(ja="はじめる", en="Start"),
    "home.continue": Localized(ja="つづける", en="Continue"),
    "home.extra": Localized(ja="新しい問題をもう少し", en="A few more new items"),
    "home.all_met": Localized(
        ja="数値練習（新しい数値で、記録だけ）", en="Numeric practice (fresh numbers)"
    ),
    "home.streak": Localized(ja="連続\u00a0{days}日", en="Streak:\u00a0{days}\u00a0d"),
    "home.first_time": Localized(
        ja="ようこそ。Enter で最初のドリルが始まります。選択は数字キー、計算は紙と同じように入力します。"
        "間違えても大丈夫です。どの一歩で間違えたかを示します。やめるときは Esc、続きは次にそのまま始まります。",
        en="Welcome. Enter starts the first drill. Choose with the number keys; type numbers as on "
        "paper. Mistakes are fine: you will see which step went wrong. Esc leaves, and next time "
        "it goes on from there.",
    ),
    "home.slips": Localized(ja="よくある間違い", en="Recurring slips"),
    "home.times": Localized(ja="{count}回", en="{count}×"),
    "home.accuracy": Localized(ja="正答率（この28日）", en="Accuracy, last 28 days"),
    "home.of_attempts": Localized(ja="{percent}%（{count}問）", en="{percent}% ({count})"),
    "home.week": Localized(ja="この7日", en="Last 7 days"),
    "home.ahead": Localized(ja="これから", en="Due ahead"),
    "home.date": Localized(ja="{date}（{weekday}）", en="{date} ({weekday})"),
    "home.banks_read": Localized(
        ja="問題集を更新（不具合 {count} 件）", en="Banks reloaded (problems: {count})"
    ),
    "home.bank_problems": Localized(
        ja="問題集に {count} 件の不具合があります（quizdeck check で確認）",
        en="{count} problem(s) in the banks (see: quizdeck check)",
    ),
    # sessions
    "topic.code": Localized(ja="コード", en="Code"),
    "topic.descent": Localized(ja="勾配降下", en="Descent"),
    "topic.misconceptions": Localized(ja="誤解", en="Pitfalls"),
    "topic.notation": Localized(ja="記法", en="Notation"),
    "topic.training": Localized(ja="学習の進め方", en="Training"),
    "topic.other": Localized(ja="そのほか", en="Other"),
    "session.drill": Localized(ja="今日のドリル", en="Today's drill"),
    "session.practice": Localized(ja="数値練習", en="Numeric practice"),
    "session.position": Localized(ja="{done} / {total}", en="{done} / {total}"),
    "session.level": Localized(ja="Lv {level}", en="Lv {level}"),
    "session.returns": Localized(ja="もう一度", en="again"),
    "session.kind.choice": Localized(ja="選択", en="choice"),
    "session.kind.code": Localized(ja="コード", en="code"),
    "session.kind.numeric": Localized(ja="計算", en="numeric"),
    "session.kind.choose-all": Localized(ja="すべて選ぶ", en="choose all"),
    "session.kind.order": Localized(ja="並べ替え", en="order"),
    "session.hint.choice": Localized(ja="番号", en="a number"),
    "session.hint.choose-all": Localized(ja="番号をすべて  例: 1 3", en="all numbers, e.g. 1 3"),
    "session.hint.order": Localized(
        ja="番号を順番に  例: 2 1 3", en="the numbers in order, e.g. 2 1 3"
    ),
    "session.hint.code": Localized(ja="Python の1行", en="one line of Python"),
    "session.hint.numeric": Localized(
        ja="例: 0.875  7/8  1.5e-3  2×10^-3", en="e.g. 0.875  7/8  1.5e-3  2×10^-3"
    ),
    "session.blank": Localized(
        ja="空欄（{mark}）に当てはまるものとして最も適切なものを選べ。",
        en="Choose what fits blank ({mark}) best.",
    ),
    "session.blank_typed": Localized(
        ja="空欄（{mark}）に入る Python のコードを書け。",
        en="Type the Python code for blank ({mark}).",
    ),
    "session.unsuitable": Localized(ja="【不適切なものを選ぶ】", en="[Choose the UNSUITABLE one]"),
    "session.part": Localized(ja="小問 {part} / {total}", en="part {part} of {total}"),
    "session.answer": Localized(ja="答え", en="Answer"),
    "session.reading": Localized(ja="= {reading}", en="= {reading}"),
    "session.rests": Localized(
        ja="この問題は明日まで出ません。", en="This item rests until tomorrow."
    ),
    "session.nothing_to_undo": Localized(
        ja="今日の解答で取り消せるものはありません。", en="No answer of today is left to undo."
    ),
    "session.undone": Localized(
        ja="直前の解答を取り消しました。", en="The last answer was taken back."
    ),
    "hint.title": Localized(ja="ヒント", en="Hint"),
    "hint.struck_out": Localized(
        ja="{numbers} は正解ではありません。", en="Not the answer: {numbers}."
    ),
    "hint.first_step": Localized(ja="最初は {number} です。", en="The first is {number}."),
    "confidence.sure": Localized(ja="自信あり", en="sure"),
    "confidence.unsure": Localized(ja="自信なし", en="unsure"),
    "confidence.guess": Localized(ja="勘", en="guess"),
    "cause.unknown": Localized(ja="知らなかった", en="did not know"),
    "cause.mixed_up": Localized(ja="取り違えた", en="mixed up"),
    "cause.slip": Localized(ja="計算ミス", en="a slip"),
    "cause.misread": Localized(ja="読み違えた", en="misread"),
    "cause.time": Localized(ja="時間", en="time"),
    "cause.guess": Localized(ja="勘", en="a guess"),
    # feedback
    "feedback.correct": Localized(ja="✓ 正解", en="✓ Correct"),
    "feedback.wrong": Localized(ja="✗ 不正解", en="✗ Wrong"),
    "feedback.revealed": Localized(ja="– 答えを見る", en="– Shown"),
    "feedback.right_answer": Localized(ja="正解", en="Right answer"),
    "feedback.one_of": Localized(
        ja="次のどれをしても、この値になります。どれでしたか（数字キー）",
        en="Each of these leads to this value. Which was it? (number key)",
    ),
    "feedback.carried": Localized(
        ja="前の小問の間違いを引き継いだ値ですが、ここの考え方は合っています（正解として数えます）。",
        en="The value carries on the slip of an earlier part, but the reasoning here is right "
        "(it counts as correct).",
    ),
    "feedback.carried_from": Localized(ja="引き継いだ間違い: {names}", en="Carried on: {names}"),
    "feedback.unknown_slip": Localized(
        ja="どの一歩で違ったかは特定できませんでした。下の計算と見比べてください。",
        en="Which step went wrong could not be told. Compare with the sheet below.",
    ),
    "feedback.sheet": Localized(ja="計算", en="Worked sheet"),
    "feedback.your_sheet": Localized(ja="あなたの計算（推定）", en="Your working, as it seems"),
    "feedback.first_wrong": Localized(ja="← ここから違う", en="← differs from here"),
    "feedback.verified": Localized(
        ja="✓ 漸化式・閉じた式・NumPy の3通りで一致",
        en="✓ agreed by recurrence, closed form and NumPy",
    ),
    "feedback.returns": Localized(
        ja="このあと、もう一度出ます。", en="It comes back later in this session."
    ),
    "feedback.fresh_numbers": Localized(
        ja="このあと、数値を変えてもう一度出ます。",
        en="It comes back later in this session with fresh numbers.",
    ),
    "feedback.question": Localized(ja="問題", en="Question"),
    "feedback.chosen": Localized(ja="選んだもの", en="chosen"),
    "feedback.key": Localized(ja="正解", en="right"),
    # summary
    "summary.title": Localized(ja="おつかれさまでした", en="Well done"),
    "summary.score": Localized(
        ja="{correct} / {total} 問正解（初回）  {percent}%",
        en="{correct} of {total} right at first try  {percent}%",
    ),
    "summary.time": Localized(
        ja="平均 {seconds} 秒 / 問（本番の目安は約 70 秒）",
        en="{seconds} s an item on average (the exam's pace is about 70 s)",
    ),
    "summary.returned": Localized(
        ja="間違えた {count} 問は、正解するまで出し直しました。",
        en="{count} missed item(s) came back until they were right.",
    ),
    "summary.misses": Localized(ja="間違えた問題", en="Missed"),
    "summary.slips": Localized(ja="間違いの種類", en="Slips"),
    "summary.tomorrow": Localized(ja="明日の復習: {count} 問", en="Due tomorrow: {count}"),
    "summary.left": Localized(
        ja="中断しました。続きは次にはじめるときに。", en="Left. It goes on next time."
    ),
    "summary.stopped": Localized(ja="終わりにしました。", en="Stopped here."),
    "summary.saved": Localized(ja="すべて記録しました。", en="Everything is saved."),
    # statistics
    "stats.title": Localized(ja="成績", en="Scores"),
    "stats.none": Localized(ja="まだ記録がありません。", en="Nothing is recorded yet."),
    "stats.attempts": Localized(
        ja="解答 {count} 回 ・ {days} 日", en="{count} answers · {days} days"
    ),
    "stats.due": Localized(ja="今日の復習", en="Due today"),
    # keys
    "key.start": Localized(ja="はじめる", en="Start"),
    "key.practice": Localized(ja="数値", en="Practice"),
    "key.stats": Localized(ja="成績", en="Scores"),
    "key.language": Localized(ja="English", en="日本語"),
    "key.help": Localized(ja="ヘルプ", en="Help"),
    "key.quit": Localized(ja="終了", en="Quit"),
    "key.choose": Localized(ja="選ぶ", en="Choose"),
    "key.name_slip": Localized(ja="どれでしたか", en="Which was it"),
    "key.slip_drill": Localized(ja="弱点ドリル", en="Slip drill"),
    "home.no_slips": Localized(
        ja="くり返している間違いはありません。", en="No slip keeps happening."
    ),
    "home.exam": Localized(ja="試験まで {days} 日", en="{days} days to the exam"),
    "key.mock": Localized(ja="模試", en="Mock"),
    "key.following": Localized(ja="次", en="Next"),
    "key.preceding": Localized(ja="前", en="Previous"),
    "key.flag_mock": Localized(ja="印", en="Flag"),
    "key.unchoose": Localized(ja="選択を外す", en="Unchoose"),
    "key.grid": Localized(ja="一覧", en="Grid"),
    "key.hand_in": Localized(ja="提出", en="Hand in"),
    "key.go": Localized(ja="移動", en="Go"),
    "key.one_by_one": Localized(ja="一問ずつ見る", en="One by one"),
    "key.drill_misses": Localized(ja="間違いを明日のドリルへ", en="Misses into tomorrow's drill"),
    "key.hint": Localized(ja="ヒント", en="Hint"),
    "key.confidence": Localized(ja="自信の度合い", en="How sure"),
    "key.skip": Localized(ja="あとで", en="Later"),
    "key.rest": Localized(ja="明日まで休ませる", en="Rest until tomorrow"),
    "key.cause": Localized(ja="原因", en="Why"),
    "key.undo": Localized(ja="取り消す", en="Undo"),
    "key.notation": Localized(ja="記号", en="Letters"),
    "key.submit": Localized(ja="解答", en="Answer"),
    "key.give_up": Localized(ja="わからない", en="Show me"),
    "key.leave": Localized(ja="中断", en="Leave"),
    "key.next": Localized(ja="次へ", en="Next"),
    "key.close": Localized(ja="閉じる", en="Close"),
    "key.scroll": Localized(ja="スクロール", en="Scroll"),
    # help
    "help.title": Localized(ja="使い方", en="How to use it"),
    "help.text": Localized(
        ja="毎日 `quizdeck` を開いて Enter。期限の来た問題から出ます。\n\n"
        "選択問題は数字キー（全角でもよい）、計算問題は数値を入力して Enter。"
        "`１．５`、`3/2`、`1.5e-3`、`2×10^-3` のどれでも読めます。"
        "入力欄の下の「=」の行が、解釈された値です。\n\n"
        "読めない入力や桁の不足は間違いに数えません。答えは表示の前に保存されるので、"
        "いつ閉じても失われません。途中でやめたドリルは、同じ日なら続きから始まります。\n\n"
        "日の区切りは午前 4 時です。",
        en="Open `quizdeck` every day and press Enter; what is due comes first.\n\n"
        "Choose with the number keys (full-width ones work too); for numeric questions type the "
        "number and press Enter. `1.5`, `3/2`, `1.5e-3` and `2×10^-3` are all read. The line with "
        "“=” under the field is how your input was understood.\n\n"
        "Unreadable input or too few digits never count as wrong. Answers are saved before the "
        "verdict shows, so nothing is lost whenever you close it. A drill that you leave goes on "
        "from there on the same day.\n\n"
        "A day begins at 4 a.m.",
    ),
    "screen.kana": Localized(
        ja="日本語入力がオンです。半角英数に切り替えてください。",
        en="The Japanese input method is on. Switch it to half-width letters.",
    ),
    "screen.wide": Localized(
        ja="この端末は α や ● を2文字分の幅で表示するため、画面が崩れます。"
        "端末の設定で「曖昧な幅の文字」を1文字分（半角）にしてください。",
        en="This terminal draws α and ● two cells wide, which breaks the layout. Set its "
        "“ambiguous-width characters” to narrow.",
    ),
    "screen.too_small": Localized(
        ja="画面が小さすぎます {width}×{height}（40×12 以上にしてください）",
        en="Too small: {width}×{height} (needs 40×12)",
    ),
}
