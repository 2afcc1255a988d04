"""Messages of errors that no single room owns."""

from quizdeck.text import Localized

GENERAL: dict[str, Localized] = {
    "usage.no_bank": Localized(
        ja="{path} というファイルもフォルダもありません。",
        en="There is no file or folder {path}.",
    ),
    "usage.unknown_method": Localized(
        ja="{method} という手法はありません。使えるもの: {known}",
        en="There is no method {method}. Known: {known}",
    ),
    "usage.unknown_objective": Localized(
        ja="{objective} という目的関数はありません。使えるもの: {known}",
        en="There is no objective {objective}. Known: {known}",
    ),
    "usage.unknown_skill": Localized(
        ja="{skill} という問題はありません。近い名前: {near}。一覧は quizdeck skills で見られます。",
        en="There is no skill {skill}. Near: {near}. See the list with: quizdeck skills",
    ),
    "usage.unknown_pin": Localized(
        ja="{skill} の {name} は固定できません。固定できるもの: {known}",
        en="{skill} has no number {name} to pin. It has: {known}",
    ),
    "usage.impossible_pin": Localized(
        ja="{skill} では {values} の問題を作れません。",
        en="{skill} has no numbers with {values}.",
    ),
    "usage.unknown_variant": Localized(
        ja="{variant} は問題番号ではありません。adam.v.2@7 のように書いてください。",
        en="{variant} names no problem. Write it like adam.v.2@7.",
    ),
    "usage.unknown_topic": Localized(
        ja="{topic} という分野はありません。使えるもの: {known}",
        en="There is no topic {topic}. Known: {known}",
    ),
    "usage.unknown_item": Localized(
        ja="{item} という問題は問題集にありません。",
        en="There is no question {item} in the banks.",
    ),
    "usage.no_skill_at_level": Localized(
        ja="条件に合う問題（レベル {level}）がありません。一覧は quizdeck skills で見られます。",
        en="No skill fits at level {level}. See the list with: quizdeck skills",
    ),
    "usage.bad_number": Localized(
        ja="{option} に {text} は使えません。{expected} を書いてください。",
        en="{option} cannot be {text}. Write {expected}.",
    ),
    "usage.rate_out_of_range": Localized(
        ja="{name} に {value} は使えません。{range} の範囲で指定してください。",
        en="{name} cannot be {value}. Choose it in the range {range}.",
    ),
    "usage.no_terminal": Localized(
        ja="画面を開けません: 端末につながっていません。行単位で使うには --plain を付けてください: quizdeck drill --plain",
        en="Cannot open the screen: this is no terminal. Use the line mode instead: quizdeck drill --plain",
    ),
    "usage.needs_gradients": Localized(
        ja="--grads 2,-1,4 のように勾配を渡すか、--objective valley を付けてください。",
        en="Pass gradients as in --grads 2,-1,4, or choose --objective valley.",
    ),
    "usage.needs_objective": Localized(
        ja="図にするには目的関数が要ります。--objective valley のように付けてください。",
        en="A picture needs a surface. Choose one as in --objective valley.",
    ),
    "usage.start_too_far": Localized(
        ja="出発点 {start} は遠すぎます。x も y も -{limit} 〜 {limit} の範囲で指定してください。",
        en="The start {start} is too far away. Choose x and y from -{limit} to {limit}.",
    ),
    "usage.diverged": Localized(
        ja="ステップ {step} で値が発散しました。学習率を小さくしてください。",
        en="The walk diverged at step {step}. Choose a smaller learning rate.",
    ),
    "usage.undefined": Localized(
        ja="ステップ {step} の計算に値がありません（0 での割り算や負の数の平方根）。ε と減衰率を見直してください。",
        en="Step {step} has no value (a division by zero or the root of a negative number). Check eps and the decay rates.",
    ),
    "output.unwritable": Localized(
        ja="{path} に書けません: {reason}", en="Cannot write {path}: {reason}"
    ),
    "problem.no_draw": Localized(
        ja="{skill} の番号 {seed} では問題を作れませんでした。別の番号を試してください。",
        en="No problem could be made for {skill} with seed {seed}. Try another seed.",
    ),
    "problem.unproved": Localized(
        ja="{skill} の答えが3通りの計算で一致しませんでした。この問題は出しません。",
        en="The three derivations of {skill} disagree. The problem is not shown.",
    ),
    "expression.unexpected": Localized(
        ja="{column} 文字目の「{found}」が読めません。",
        en="Cannot read “{found}” at column {column}.",
    ),
    "expression.too_long": Localized(ja="式が長すぎます。", en="The expression is too long."),
    "expression.too_deep": Localized(
        ja="{column} 文字目: 括弧や符号の入れ子が深すぎます。",
        en="Column {column}: nested too deeply.",
    ),
    "expression.unknown_function": Localized(
        ja="{column} 文字目: {found} という関数は使えません。",
        en="Column {column}: there is no function {found} here.",
    ),
    "expression.argument_count": Localized(
        ja="{column} 文字目: {found} の引数の数が違います。",
        en="Column {column}: wrong number of arguments for {found}.",
    ),
    "answer.no_such_options": Localized(
        ja="1 から {count} の番号だけを使ってください（例: 1 3）。",
        en="Use only the numbers 1 to {count} (such as 1 3).",
    ),
    "answer.empty_choice": Localized(
        ja="1 から {count} の番号を入力してください。", en="Type numbers from 1 to {count}."
    ),
    "answer.option_twice": Localized(
        ja="同じ番号が2回あります。", en="One number stands there twice."
    ),
    "answer.order_unfinished": Localized(
        ja="{count} 個すべての番号を順番に入力してください。",
        en="Type all {count} numbers in order.",
    ),
    "answer.no_such_option": Localized(
        ja="1 から {count} の番号で答えてください。", en="Answer with a number from 1 to {count}."
    ),
}
