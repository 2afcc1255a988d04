"""The words of the command line."""

from quizdeck.text import Localized

COMMANDS: dict[str, Localized] = {
    "command.description": Localized(
        ja="E資格（最適化）のための端末トレーナー。引数なしで画面を開きます。",
        en="A terminal trainer for the optimizer part of the E資格 exam. Alone it opens the screen.",
    ),
    "command.drill": Localized(ja="今日のドリル", en="today's drill"),
    "command.practice": Localized(
        ja="数値練習（予定には入れない）", en="numeric problems, not scheduled"
    ),
    "command.due": Localized(ja="今日やること", en="what is due today"),
    "command.stats": Localized(ja="成績", en="scores"),
    "command.skills": Localized(ja="数値問題の一覧", en="every numeric skill"),
    "command.generate": Localized(
        ja="答えと計算付きの問題を作る", en="problems with keys and worked sheets"
    ),
    "command.grade": Localized(
        ja="標準入力の JSON 行を採点する", en="grade JSON lines from standard input"
    ),
    "command.trace": Localized(
        ja="手法の全ステップの値を表にする。SVG の図にもできる",
        en="every quantity of every step of some methods, or their paths as an SVG picture",
    ),
    "command.explore": Localized(
        ja="軌跡: SGD・Momentum・AdaGrad・Adam が坂を下る様子を一歩ずつ見る",
        en="the paths of SGD, Momentum, AdaGrad and Adam down a surface, step by step",
    ),
    "command.check": Localized(ja="問題集を検査する", en="validate question banks"),
    "command.schema": Localized(
        ja="エディターが問題集を書くときに使う JSON Schema",
        en="the JSON Schema by which editors help to write banks",
    ),
    "option.bank": Localized(
        ja="自分の問題集（YAML ファイルかフォルダ）を加える。何度でも書ける",
        en="add a bank of your own (YAML file or folder); may be repeated",
    ),
    "option.lang": Localized(ja="表示言語", en="language of the output"),
    "option.plain": Localized(
        ja="行単位で行う（スクリーンリーダー向け）", en="line by line (for screen readers too)"
    ),
    "option.minutes": Localized(ja="おおよその長さ（分）", en="about how long, in minutes"),
    "option.count": Localized(ja="問題数", en="how many"),
    "option.topic": Localized(ja="分野を絞る", en="one topic only"),
    "option.level": Localized(ja="レベルを絞る（1–5）", en="one level only (1–5)"),
    "option.seed": Localized(
        ja="乱数の種（同じ種なら同じ問題）", en="seed; the same seed gives the same problems"
    ),
    "option.format": Localized(ja="出力形式", en="output format"),
    "option.output": Localized(ja="書き出すファイル", en="file to write to"),
    "option.skills": Localized(
        ja="問題の名前か先頭部分（adam, adam.v, adam.v.2）",
        en="skill names or their beginnings (adam, adam.v, adam.v.2)",
    ),
    "command.exam": Localized(
        ja="試験日を決める（最後の数日で全部をもう一度）",
        en="set the date of the exam (everything comes once more in the last days)",
    ),
    "option.date": Localized(
        ja="試験日（2027-02-13）。none で取り消し", en="the date (2027-02-13), or none to forget it"
    ),
    "option.slips": Localized(
        ja="弱点ドリル: くり返している間違いの問題だけ",
        en="drill the slips that keep happening",
    ),
    "exam.bad_date": Localized(
        ja="{text} は日付として読めません。2027-02-13 のように書いてください。",
        en="{text} is no date. Write it like 2027-02-13.",
    ),
    "exam.days": Localized(ja="試験まで {days} 日", en="{days} days to the exam"),
    "exam.enough": Localized(
        ja="今の進め方で、まだの {new} 問すべてに間に合います（いちばん長い日で約 {minutes} 分）。",
        en="At this pace all {new} items not met yet are met in time (about {minutes} min on the "
        "busiest day).",
    ),
    "exam.too_late": Localized(
        ja="今の進め方では、まだの {new} 問のうち {met} 問までです（いちばん長い日で約 {minutes} 分）。"
        "「新しい問題をもう少し」で進めてください。",
        en="At this pace {met} of the {new} items not met yet are met in time (about {minutes} min on "
        "the busiest day). Take a few more new items a day.",
    ),
    "exam.forgotten": Localized(ja="試験日を取り消しました。", en="The date is forgotten."),
    "exam.none": Localized(
        ja="試験日は決まっていません。quizdeck exam 2027-02-13 のように決められます。",
        en="No date is set. Set one like this: quizdeck exam 2027-02-13",
    ),
    "command.mock": Localized(ja="模試（途中のものがあれば続きから）", en="sit a mock quiz"),
    "option.preset": Localized(
        ja="模試の名前（mini, standard, sprint, endurance）か設計図の YAML",
        en="the mock's name (mini, standard, sprint, endurance) or the YAML of a plan",
    ),
    "option.print": Localized(
        ja="受けるかわりに印刷用の問題と解答を書き出す",
        en="write the paper and its key for printing instead of sitting it",
    ),
    "command.log": Localized(
        ja="学習記録の書き出し・統合・バックアップ・検査",
        en="the log: export, merge, back up, restore, examine",
    ),
    "command.log_export": Localized(
        ja="すべての記録を1行1件の JSON で書き出す", en="print every event as a line of JSON"
    ),
    "command.log_merge": Localized(
        ja="別の端末の記録を取り込む", en="take over the events of other devices"
    ),
    "command.log_backup": Localized(
        ja="検査済みのバックアップを作る", en="write a checked copy of the log"
    ),
    "command.log_restore": Localized(
        ja="バックアップに戻す（今の記録は残す）", en="go back to a copy (the present log is kept)"
    ),
    "command.log_doctor": Localized(ja="記録を検査する", en="examine the log"),
    "option.copy": Localized(ja="戻すバックアップ", en="the copy to go back to"),
    "option.folder": Localized(
        ja="この端末の分だけを、端末どうしで共有するフォルダーに書く",
        en="write this device's own events into a folder that devices share",
    ),
    "option.repair": Localized(
        ja="スケジュールを記録から作り直す", en="compute the schedule anew from the log"
    ),
    "option.sources": Localized(
        ja="書き出したファイル、記録のファイル、またはフォルダー",
        en="exported files, logs, or folders of them",
    ),
    "option.notation": Localized(
        ja="どの本の記号で書くか（book, book_weights, goodfellow, ruder, paper）",
        en="whose letters to write in (book, book_weights, goodfellow, ruder, paper)",
    ),
    "option.options": Localized(
        ja="数値を入力するかわりに、選択肢から選ぶ",
        en="choose among options instead of typing a number",
    ),
    "option.method": Localized(
        ja="手法（adam.book, adam.paper, momentum, …）。いくつでも",
        en="methods (adam.book, adam.paper, momentum, …)",
    ),
    "option.grads": Localized(ja="勾配の列（2,-1,4）", en="gradients (2,-1,4)"),
    "option.objective": Localized(
        ja="下る関数（valley, ravine, saddle, beale）",
        en="objective to walk down (valley, ravine, saddle, beale)",
    ),
    "option.start": Localized(ja="出発点", en="where to start"),
    "option.steps": Localized(ja="ステップ数", en="number of steps"),
    "option.rate": Localized(ja="{name} の値", en="value of {name}"),
    "option.paths": Localized(
        ja="YAML ファイルかフォルダ（省略時は同梱の問題集）",
        en="YAML files or folders (default: the shipped banks)",
    ),
    "option.version": Localized(ja="版を表示する", en="print the version"),
    "option.help": Localized(ja="この説明を表示する", en="show this help"),
    "check.clean": Localized(
        ja="{banks} 個の問題集、{items} 問。問題はありません。",
        en="{banks} bank(s), {items} item(s), no problems.",
    ),
    "check.found": Localized(
        ja="{count} 件の問題があります（{banks} 個の問題集、{items} 問は使えます）。",
        en="{count} problem(s) found ({banks} bank(s) with {items} item(s) remain usable).",
    ),
    "due.line": Localized(
        ja="復習 {due} ・ 新規 {new} ・ 約{minutes}分 ・ 連続 {streak}日",
        en="{due} due · {new} new · about {minutes} min · streak {streak} d",
    ),
    "skills.header": Localized(
        ja="名前\tレベル\t手法\t間違いの種類", en="skill\tlevel\tmethod\tslips"
    ),
    "worksheet.title": Localized(ja="計算問題", en="Numeric problems"),
    "worksheet.key": Localized(ja="解答", en="Key"),
    "generate.answer": Localized(ja="答え: {answer}", en="Answer: {answer}"),
    "grade.bad_line": Localized(
        ja='{line} 行目: JSON として読めません。{{"variant": …, "answer": …}} と書いてください。',
        en='Line {line}: not readable as JSON. Write {{"variant": …, "answer": …}}.',
    ),
    "grade.missing_field": Localized(
        ja="{line} 行目: 文字列の answer と、variant か item のどちらかが必要です。",
        en="Line {line}: needs a text `answer` and one of `variant` or `item`.",
    ),
    "command.reading_banks": Localized(
        ja="問題集を読んでいます… {percent} %（Ctrl+C で中断）",
        en="Reading the banks … {percent} % (Ctrl+C interrupts)",
    ),
    "command.interrupted": Localized(ja="中断しました。", en="Interrupted."),
    "command.failed": Localized(ja="エラー: {message}", en="Error: {message}"),
}
