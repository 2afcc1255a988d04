"""What is wrong in a bank, and what the format wants instead."""

from quizdeck.text import Localized

BANKS: dict[str, Localized] = {
    "banks.alias": Localized(
        ja="参照（*名前）は使えません。内容をそのまま書いてください。",
        en="References (*name) are not allowed. Write the content out.",
    ),
    "banks.anchor": Localized(
        ja="アンカー（&{name}）は使えません。内容をそのまま書いてください。",
        en="Anchors (&{name}) are not allowed. Write the content out.",
    ),
    "banks.bad_blank_id": Localized(
        ja="空欄の id「{text}」は使えません。小文字の英数字とハイフンで書いてください（step-size）。",
        en="“{text}” cannot be a blank's id. Use lower-case letters, digits and hyphens (step-size).",
    ),
    "banks.bad_id": Localized(
        ja="id「{text}」は使えません。問題集名/短い名前 の形に、小文字の英数字とハイフンで書いてください（adam/step-size）。",
        en="“{text}” cannot be an id. Write bank/short-name in lower-case letters, digits and hyphens (adam/step-size).",
    ),
    "banks.character": Localized(
        ja="YAML では使えない文字 {code} があります。",
        en="YAML does not allow the character {code}.",
    ),
    "banks.correct_count": Localized(
        ja="correct: true の選択肢はちょうど 1 つ必要です（今は {found} 個）。",
        en="Exactly one option needs correct: true (found {found}).",
    ),
    "banks.display": Localized(
        ja="ここでは $$…$$ は使えません。$…$ で書いてください。",
        en="Display math ($$…$$) has no place within a line. Write $…$.",
    ),
    "banks.duplicate_id": Localized(
        ja="id「{id}」は {first} で使われています。id は一度しか使えません。",
        en="The id {id} is already used at {first}. Ids must be unique.",
    ),
    "banks.duplicate_key": Localized(
        ja="キー「{name}」は {line} 行目にもあります。どちらかを消してください。",
        en="The key {name} stands on line {line} as well. Remove one of them.",
    ),
    "banks.empty_file": Localized(ja="ファイルが空です。", en="The file is empty."),
    "banks.empty_list": Localized(
        ja="リストが空です。1 つ以上書いてください。",
        en="The list is empty. Write at least one entry.",
    ),
    "banks.empty_text": Localized(
        ja="文字列が空です。ここには内容が必要です。",
        en="The text is empty. Something has to be written here.",
    ),
    "banks.escape": Localized(
        ja="二重引用符の中の {escape} は YAML のエスケープです。LaTeX は一重引用符か | で書いてください。",
        en="{escape} in double quotes is a YAML escape. Write LaTeX in single quotes or after |.",
    ),
    "banks.key_not_text": Localized(
        ja="キーは文字列で書いてください。", en="A key must be a text."
    ),
    "banks.mark_not_asked": Localized(
        ja="コードの空欄（{mark}）に対応する blanks の項目がありません。",
        en="Blank ({mark}) of the listing is missing under blanks.",
    ),
    "banks.mark_not_shown": Localized(
        ja="空欄（{mark}）がコードにありません。{{{{{mark}}}}} と書いてください。",
        en="Blank ({mark}) is not in the listing. Write {{{{{mark}}}}} there.",
    ),
    "banks.mark_twice": Localized(
        ja="空欄（{mark}）が blanks に 2 回あります。",
        en="Blank ({mark}) stands twice under blanks.",
    ),
    "banks.missing_key": Localized(
        ja="キー「{name}」がありません。", en="The key {name} is missing."
    ),
    "banks.misspelt_key": Localized(
        ja="「{name}」というキーはありません。「{near}」のことですか。",
        en="There is no key {name}. Did you mean {near}?",
    ),
    "banks.nesting": Localized(
        ja="入れ子が深すぎます（{limit} 段まで）。",
        en="Nested too deeply (at most {limit} levels).",
    ),
    "banks.nested": Localized(
        ja="** ** の中の {sign} はそのまま表示されます。数式やコードは強調の外に書いてください。",
        en="{sign} inside ** ** would be shown as it is. Keep math and code outside the emphasis.",
    ),
    "banks.newer_format": Localized(
        ja="新しい形式の問題集です。quizdeck を更新してください（この版が読めるのは format: {known}）。",
        en="This bank has a newer format. Update quizdeck (this version reads format: {known}).",
    ),
    "banks.no_banks": Localized(
        ja="このフォルダには問題集（名前が .yaml で終わるファイル）がありません。",
        en="This folder holds no banks (files whose names end in .yaml).",
    ),
    "banks.not_a_file": Localized(
        ja="普通のファイルではありません。問題集かそのフォルダを指定してください。",
        en="This is no ordinary file. Name a bank or a folder of banks.",
    ),
    "banks.not_list": Localized(
        ja="ここにはリスト（- で始まる行）が必要です。",
        en="A list (lines that begin with -) is needed here.",
    ),
    "banks.not_mapping": Localized(
        ja="ここには「キー: 値」の並びが必要です。", en="Lines of “key: value” are needed here."
    ),
    "banks.not_number": Localized(
        ja="{least} から {most} の整数を書いてください。",
        en="Write a whole number from {least} to {most}.",
    ),
    "banks.not_one_of": Localized(
        ja="「{text}」は使えません。使えるもの: {allowed}",
        en="“{text}” is not allowed here. Allowed: {allowed}",
    ),
    "banks.not_text": Localized(ja="ここには文字列が必要です。", en="A text is needed here."),
    "banks.not_truth": Localized(
        ja="true か false を引用符なしで書いてください。", en="Write true or false without quotes."
    ),
    "banks.not_utf8": Localized(
        ja="UTF-8 として読めません。UTF-8 で保存し直してください。",
        en="This is not UTF-8. Save the file as UTF-8.",
    ),
    "banks.option_count": Localized(
        ja="選択肢は {least}〜{most} 個にしてください（今は {found} 個）。",
        en="There must be {least} to {most} options (found {found}).",
    ),
    "banks.none_correct": Localized(
        ja="correct: true の選択肢が 1 つもありません。",
        en="No option has correct: true.",
    ),
    "banks.not_figure": Localized(
        ja="数を書いてください（0.9、7/8、1e-3 など）。",
        en="Write a number, such as 0.9, 7/8 or 1e-3.",
    ),
    "banks.not_translated": Localized(
        ja="英語（en）がありません。英語の画面でも日本語で表示されます。",
        en="There is no English (en). The Japanese text is shown on English screens too.",
    ),
    "banks.unknown_slip": Localized(
        ja="{slip} という間違いは登録されていません。一覧は quizdeck skills --format jsonl で見られます。",
        en="There is no slip {slip}. See the list with: quizdeck skills --format jsonl",
    ),
    "banks.same_numbers": Localized(
        ja="同じ値がすでに上にあります。", en="The same number stands above already."
    ),
    "banks.wrong_is_right": Localized(
        ja="誤りとして書かれていますが、正解と同じです。",
        en="This is listed as wrong, and is the same as the answer.",
    ),
    "banks.two_precisions": Localized(
        ja="figures と places はどちらか一方だけにしてください。",
        en="Write either figures or places, not both.",
    ),
    "banks.any_order": Localized(
        ja="どの順番でもよいことになります。手順を 2 段以上に分けてください。",
        en="Any order would be right. Divide the steps into at least two stages.",
    ),
    "banks.step_count": Localized(
        ja="手順は {least}〜{most} 個にしてください（今は {found} 個）。",
        en="There must be {least} to {most} steps (found {found}).",
    ),
    "banks.part_count": Localized(
        ja="小問は {least}〜{most} 個にしてください（今は {found} 個）。",
        en="A group has {least} to {most} parts (found {found}).",
    ),
    "banks.one_source": Localized(
        ja="勾配の与え方を 1 つだけ書いてください（{names} のどれか）。",
        en="Say in one way where the gradients come from ({names}).",
    ),
    "banks.unknown_name": Localized(
        ja="式の中の {name} はここでは使えません。使えるもの: {known}",
        en="The formula cannot use {name} here. It may use: {known}",
    ),
    "banks.other_name": Localized(
        ja="bank: {name} がファイル名（{file}）と違います。",
        en="bank: {name} differs from the file name ({file}).",
    ),
    "banks.same_options": Localized(
        ja="日本語か英語で、前の選択肢と同じ文です。選択肢は互いに違う文にしてください。",
        en="In Japanese or in English this reads like an earlier option. Every option needs its own text.",
    ),
    "banks.several_documents": Localized(
        ja="1 つのファイルに書けるのは 1 つの問題集だけです（--- を消してください）。",
        en="A file holds one bank only (remove the ---).",
    ),
    "banks.suffix": Localized(
        ja="問題集のファイル名は .yaml で終わります。{name} に変えてください。",
        en="The file name of a bank ends in .yaml. Rename the file to {name}.",
    ),
    "banks.syntax": Localized(
        ja="YAML として読めません: {detail}", en="This cannot be read as YAML: {detail}"
    ),
    "banks.syntax_colon": Localized(
        ja="ここに「: 」は置けません。字下げを直すか、文全体を引用符で囲んでください。",
        en="“: ” cannot stand here. Mend the indentation, or put the whole text in quotes.",
    ),
    "banks.syntax_quote": Localized(
        ja="ここで始まる引用符や括弧が閉じていません。",
        en="A quote or bracket that begins here is not closed.",
    ),
    "banks.syntax_start": Localized(
        ja="「{character}」で始まる文は引用符で囲んでください。",
        en="A text that begins with “{character}” must be quoted.",
    ),
    "banks.tab": Localized(
        ja="タブは使えません。空白で字下げしてください。",
        en="Tabs are not allowed. Indent with spaces.",
    ),
    "banks.tag": Localized(ja="タグ（{tag}）は使えません。", en="Tags ({tag}) are not allowed."),
    "banks.long_line": Localized(
        ja="行が長すぎます（1 行 {limit}00 万文字まで）。この問題は読み飛ばします。",
        en="This line is too long (at most {limit} million characters). Its question is left out.",
    ),
    "banks.long_question": Localized(
        ja="1 問（または見出し部分）が長すぎます（{limit}00 万文字まで）。",
        en="This question or header is too long (at most {limit} million characters).",
    ),
    "banks.not_by_dashes": Localized(
        ja="大きな問題集は、questions: の下に「- 」で始まる行で問題を並べてください。",
        en="A bank of this size lists its questions under questions: in lines that begin with “- ”.",
    ),
    "banks.index_failed": Localized(
        ja="問題集の索引が作れません: {reason}", en="The banks cannot be indexed: {reason}"
    ),
    "banks.given_up": Localized(
        ja="不具合が {limit} 件を超えたので、ここで読むのをやめました。",
        en="More than {limit} problems were found; the rest of the file was not read.",
    ),
    "banks.too_large": Localized(
        ja="ファイルが大きすぎます（{limit} MB まで）。",
        en="The file is too large (at most {limit} MB).",
    ),
    "banks.unbalanced": Localized(
        ja="{sign} が閉じていません。記号そのものを書くなら、バッククォートで囲んでコードにしてください。",
        en="A {sign} is not closed on its line. To show the sign itself, put it in backticks as code.",
    ),
    "banks.unknown_format": Localized(
        ja="format: {known} と書いてください。", en="Write format: {known}."
    ),
    "banks.unknown_key": Localized(
        ja="「{name}」というキーはありません。使えるもの: {known}",
        en="There is no key {name}. Known: {known}",
    ),
    "banks.unquoted_date": Localized(
        ja="{text} は日付と読まれます。引用符で囲んでください。",
        en="{text} would be read as a date. Put it in quotes.",
    ),
    "banks.unquoted_nothing": Localized(
        ja="{text} は「値なし」と読まれます。引用符で囲んでください。",
        en="{text} would be read as nothing. Put it in quotes.",
    ),
    "banks.unquoted_number": Localized(
        ja="{text} は数と読まれます。引用符で囲んでください。",
        en="{text} would be read as a number. Put it in quotes.",
    ),
    "banks.unquoted_truth": Localized(
        ja="{text} は真偽値と読まれます。引用符で囲んでください。",
        en="{text} would be read as true or false. Put it in quotes.",
    ),
    "banks.unreadable": Localized(
        ja="ファイルが読めません: {reason}", en="The file cannot be read: {reason}"
    ),
    "banks.wide_line": Localized(
        ja="コードの行が幅 {width} です。{limit} 以下にしてください。",
        en="This line of code is {width} cells wide. Keep it to {limit}.",
    ),
}
