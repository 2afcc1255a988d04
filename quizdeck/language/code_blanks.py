"""Messages about blanks in code: what was typed into them, and what running them shows."""

from quizdeck.text import Localized

BLANKS: dict[str, Localized] = {
    "blank.argument_count": Localized(
        ja="{column}文字目:「{name}」の引数は{wanted}個です。",
        en="column {column}: “{name}” takes {wanted} argument(s).",
    ),
    "blank.assignment_wanted": Localized(
        ja="この空欄には代入文を書いてください(例: v = …、v += …)。",
        en="this blank takes an assignment (v = … or v += …).",
    ),
    "blank.bracket_not_closed": Localized(
        ja="{column}文字目:「{bracket}」が閉じられていません。",
        en="column {column}: “{bracket}” is not closed.",
    ),
    "blank.bracket_not_opened": Localized(
        ja="{column}文字目:「{bracket}」に対応する開きかっこがありません。",
        en="column {column}: “{bracket}” closes nothing.",
    ),
    "blank.caret": Localized(
        ja="{column}文字目: Python の「^」は累乗ではありません。累乗は「**」です。",
        en="column {column}: in Python “^” is no power; write “**”.",
    ),
    "blank.character": Localized(
        ja="{column}文字目: ここに「{character}」は書けません。",
        en="column {column}: “{character}” cannot stand here.",
    ),
    "blank.comparison": Localized(
        ja="{column}文字目: 比較は書けません。代入は「=」一つです。",
        en="column {column}: a comparison cannot stand here; an assignment has a single “=”.",
    ),
    "blank.empty": Localized(
        ja="コードを入力してください。",
        en="type the code.",
    ),
    "blank.exponent": Localized(
        ja="{column}文字目: 指数は{limit}までです。",
        en="column {column}: exponents go up to {limit}.",
    ),
    "blank.expression_wanted": Localized(
        ja="この空欄には式だけを書いてください(「=」は要りません)。",
        en="this blank takes an expression alone, without “=”.",
    ),
    "blank.key_differs": Localized(
        ja="正解のコードが参照実装と一致しません({where}: {found}、参照実装は {expected})。",
        en="the right code is not what the reference computes "
        "({where}: {found}; the reference has {expected}).",
    ),
    "blank.key_fails": Localized(
        ja="正解のコードを実行できません: {error}",
        en="the right code cannot be run: {error}",
    ),
    "blank.key_without_values": Localized(
        ja="正解の式は、試したどの値でも計算できません。",
        en="the key has no value for any of the numbers that were tried.",
    ),
    "blank.misspelt_name": Localized(
        ja="{column}文字目:「{name}」はこのコードにありません。「{near}」でしょうか。",
        en="column {column}: “{name}” does not occur in this code; did you mean “{near}”?",
    ),
    "blank.missing_product": Localized(
        ja="{column}文字目: かけ算の「*」がありません。",
        en="column {column}: the “*” of a product is missing.",
    ),
    "blank.no_process": Localized(
        ja="コードを実行するための Python を起動できません: {reason}",
        en="the Python that should run the code cannot be started: {reason}",
    ),
    "blank.no_value": Localized(
        ja="{given} のとき、この式は計算できません(正しくは {right})。",
        en="with {given}, yours has no value; right is {right}.",
    ),
    "blank.not_allowed": Localized(
        ja="{column}文字目:「{found}」は使えません。"
        "使えるのは代入、四則と「**」、かっこ、np.sqrt などの関数です。",
        en="column {column}: “{found}” cannot be used here; assignments, + - * / **, brackets "
        "and functions such as np.sqrt can.",
    ),
    "blank.option_fails": Localized(
        ja="この選択肢を入れたコードは最後まで実行できません: {error}",
        en="the code with this option does not run to its end: {error}",
    ),
    "blank.options_equal": Localized(
        ja="この選択肢は{other}番目の選択肢と同じ結果になります。",
        en="this option computes the same as option {other}.",
    ),
    "blank.reference_fails": Localized(
        ja="参照実装を実行できません(設定または比べる量の名前): {error}",
        en="the reference cannot be run; look at the names of settings and quantities: {error}",
    ),
    "blank.refuted": Localized(
        ja="{given} のとき、この式では {typed}、正しくは {right} です。",
        en="with {given}, yours gives {typed}; right is {right}.",
    ),
    "blank.refuted_target": Localized(
        ja="{given} のとき、このコードでは {target} が {typed}、正しくは {right} です。",
        en="with {given}, yours makes {target} {typed}; right is {right}.",
    ),
    "blank.same_as_key": Localized(
        ja="この選択肢は正解と同じ結果になります。",
        en="this option computes the same as the right one.",
    ),
    "blank.several_lines": Localized(
        ja="1行で入力してください(文の区切りは「;」)。",
        en="type one line; “;” stands between statements.",
    ),
    "blank.statement_wanted": Localized(
        ja="{column}文字目: ここには代入文が必要です。",
        en="column {column}: an assignment is needed here.",
    ),
    "blank.syntax": Localized(
        ja="{column}文字目: Python として読めません。",
        en="column {column}: this is not Python.",
    ),
    "blank.too_complex": Localized(
        ja="{column}文字目: 式が複雑すぎます。",
        en="column {column}: this is too complex.",
    ),
    "blank.too_long": Localized(
        ja="長すぎます({limit}文字まで)。",
        en="too long (at most {limit} characters).",
    ),
    "blank.undecided": Localized(
        ja="正解と同じかどうかを判定できません。簡単な式に直してください。",
        en="whether this is the same as the key cannot be decided; write it more simply.",
    ),
    "blank.unknown_function": Localized(
        ja="{column}文字目: 関数「{name}」は使えません(「{near}」などが使えます)。",
        en="column {column}: the function “{name}” cannot be used; “{near}” can.",
    ),
    "blank.unknown_name": Localized(
        ja="{column}文字目:「{name}」はこのコードにありません。",
        en="column {column}: “{name}” does not occur in this code.",
    ),
    "blank.unreadable": Localized(
        ja="空欄を埋めたコードを Python として読めません: {error}",
        en="the filled code is not Python: {error}",
    ),
}
