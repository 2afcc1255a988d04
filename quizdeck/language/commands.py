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
        ja="手法の全ステップの値を表にする", en="every quantity of every step of a method"
    ),
    "command.check": Localized(ja="問題集を検査する", en="validate question banks"),
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
    "option.method": Localized(
        ja="手法（adam.book, adam.paper, momentum, …）",
        en="method (adam.book, adam.paper, momentum, …)",
    ),
    "option.grads": Localized(ja="勾配の列（2,-1,4）", en="gradients (2,-1,4)"),
    "option.objective": Localized(ja="目的関数", en="objective to walk down"),
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
    "command.interrupted": Localized(ja="中断しました。", en="Interrupted."),
    "command.failed": Localized(ja="エラー: {message}", en="Error: {message}"),
}
