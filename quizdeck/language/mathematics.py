"""Messages about LaTeX outside the supported subset."""

from quizdeck.text import Localized

MATHEMATICS: dict[str, Localized] = {
    "math.braces_needed": Localized(
        ja="{column}文字目:「{text}」は先頭の1文字だけが対象になります。{{…}} で囲んでください。",
        en="column {column}: only the first character of “{text}” would be taken; "
        "put it in braces {{…}}.",
    ),
    "math.double_script": Localized(
        ja="{column}文字目: 同じ記号に「{script}」が二つ付いています。{{…}} でまとめてください。",
        en="column {column}: the same symbol has two “{script}”; group with braces {{…}}.",
    ),
    "math.empty": Localized(
        ja="{column}文字目: 数式が空です。",
        en="column {column}: the formula is empty.",
    ),
    "math.empty_argument": Localized(
        ja="{column}文字目:「{command}」の中身が空です。",
        en="column {column}: “{command}” has nothing in its braces.",
    ),
    "math.letters_only": Localized(
        ja="{column}文字目:「{command}」の中には文字と数字だけを書けます。"
        "添字などは波かっこの外に書いてください。",
        en="column {column}: “{command}” takes letters and digits only; "
        "write scripts and operators outside its braces.",
    ),
    "math.missing_argument": Localized(
        ja="{column}文字目:「{command}」の後に必要なものがありません。",
        en="column {column}: something is missing after “{command}”.",
    ),
    "math.missing_delimiter": Localized(
        ja="{column}文字目:「{command}」の後にはかっこが必要です。",
        en="column {column}: “{command}” must be followed by a bracket.",
    ),
    "math.script_without_base": Localized(
        ja="{column}文字目:「{script}」を付ける記号がありません。",
        en="column {column}: “{script}” has no symbol to attach to.",
    ),
    "math.too_deep": Localized(
        ja="{column}文字目: 入れ子が深すぎます({deepest}段まで)。",
        en="column {column}: nested too deeply (at most {deepest} levels).",
    ),
    "math.trailing_backslash": Localized(
        ja="{column}文字目: 数式が「\\」で終わっています。",
        en="column {column}: the formula ends with a lone “\\”.",
    ),
    "math.unclosed": Localized(
        ja="{column}文字目:「{opening}」に対応する「{closing}」がありません。",
        en="column {column}: “{opening}” is not closed by “{closing}”.",
    ),
    "math.unexpected": Localized(
        ja="{column}文字目: ここに「{token}」は書けません。",
        en="column {column}: “{token}” cannot stand here.",
    ),
    "math.unknown_character": Localized(
        ja="{column}文字目: 数式に使えない文字「{character}」があります。"
        "日本語は \\text{{…}} に入れてください。",
        en="column {column}: the character “{character}” cannot be used in a formula; "
        "put words in \\text{{…}}.",
    ),
    "math.unknown_command": Localized(
        ja="{column}文字目: 命令「{command}」には対応していません。",
        en="column {column}: the command “{command}” is not supported.",
    ),
    "math.unknown_environment": Localized(
        ja="{column}文字目: 環境「{name}」には対応していません(使えるのは cases です)。",
        en="column {column}: the environment “{name}” is not supported; cases is.",
    ),
    "math.unreadable_text": Localized(
        ja="{column}文字目:「{command}」の後には {{文章}} が必要です。"
        "中に数式や波かっこは書けません。",
        en="column {column}: “{command}” needs words in braces, without formulas or braces inside.",
    ),
}
