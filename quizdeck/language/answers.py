"""What is said of a typed answer: why it cannot be read, the verdict, and the generic slips.

``answer.*`` are the keys of ``Unreadable``, ``verdict.*`` those of ``VerdictKind`` and
``diagnosis.*`` those of ``GenericSlip``. ``verdict.too_few_digits`` has a sharper sentence for
each precision rule, under ``verdict.too_few_digits.`` and the rule's value.
"""

from quizdeck.text import Localized

_SPELLING = {
    "answer.empty": Localized(
        "まだ何も入力されていません。数または分数を入力してください(例: 0.25、1/4)。",
        "Nothing has been typed yet. Type a number or a fraction, such as 0.25 or 1/4.",
    ),
    "answer.too_long": Localized(
        "長すぎます。{limit} 文字以内で入力してください。",
        "This is too long. Use at most {limit} characters.",
    ),
    "answer.vulgar_fraction": Localized(
        "「{character}」は 1 文字の分数です。{fraction} のように / を使って書いてください。",
        "“{character}” is a fraction in one character. Write it with a slash: {fraction}.",
    ),
    "answer.styled_digit": Localized(
        "「{character}」は丸数字・ローマ数字などの飾り数字です。"
        "ふつうの数字 0〜9 で書いてください。",
        "“{character}” is a circled, Roman or otherwise styled digit. Use the plain digits 0 to 9.",
    ),
    "answer.other_digits": Localized(
        "「{character}」は読み取れない種類の数字です。算用数字 0〜9 で書いてください。",
        "“{character}” is a numeral that cannot be read here. Use the digits 0 to 9.",
    ),
    "answer.letters": Localized(
        "「{letters}」という文字が入っています。"
        "数だけを入力してください(10 の累乗は 1.5e-3 または 1.5×10^-3)。",
        "There are letters here: “{letters}”. "
        "Type only a number (powers of ten as 1.5e-3 or 1.5×10^-3).",
    ),
    "answer.middle_dot": Localized(
        "「{character}」は小数点か掛け算か区別できません。小数点は . 、掛け算は * を使ってください。",
        "“{character}” could be a decimal point or a product. Use . for the point and * to multiply.",
    ),
    "answer.percent": Localized(
        "「{character}」は使えません。5% なら 0.05 のように小数で書いてください。",
        "“{character}” cannot be used. Write a decimal: 0.05 for 5%.",
    ),
    "answer.comma": Localized(
        "ここではカンマや読点は使えません。"
        "小数点は . を使い、桁区切りは付けずに書いてください(例: 1.5、1000)。",
        "Commas and semicolons cannot be used here. "
        "Write the decimal point as . and leave out thousands separators (1.5, 1000).",
    ),
    "answer.unknown_character": Localized(
        "「{character}」は答えに使えない文字です。数字と . - / ^ などで書いてください。",
        "“{character}” cannot be part of an answer. Use digits and signs such as . - / ^.",
    ),
}

_NUMBERS = {
    "answer.two_numbers": Localized(
        "数が 2 つ並んでいます({left} と {right})。1 つの数なら、空白を入れずに続けて書いてください。",
        "There are two numbers side by side ({left} and {right}). "
        "If they are one number, write it without the space.",
    ),
    "answer.mixed_number": Localized(
        "{typed} のような帯分数は読み取れません。{improper} のように仮分数か小数で書いてください。",
        "Mixed numbers such as {typed} cannot be read. "
        "Write an improper fraction, {improper}, or a decimal.",
    ),
    "answer.two_points": Localized(
        "1 つの数に小数点が 2 つあります。小数点は 1 つだけにしてください。",
        "One number has two decimal points. Keep only one.",
    ),
    "answer.too_many_digits": Localized(
        "桁が多すぎます。小数点の前後それぞれ {limit} 桁以内で書いてください。",
        "There are too many digits. Use at most {limit} on each side of the point.",
    ),
    "answer.exponent_unfinished": Localized(
        "e の後には整数の指数が必要です(例: 1.5e-3)。",
        "A whole exponent must follow the e, as in 1.5e-3.",
    ),
    "answer.exponent_not_whole": Localized(
        "指数は整数にしてください。平方根は √2 または sqrt(2) と書けます。",
        "The exponent must be a whole number. A square root is written √2 or sqrt(2).",
    ),
    "answer.exponent_too_large": Localized(
        "指数が大きすぎます。-{limit} から {limit} までの整数にしてください。",
        "The exponent is too large. Use a whole number from -{limit} to {limit}.",
    ),
    "answer.division_by_zero": Localized(
        "0 で割る式になっています。分母を見直してください。",
        "This divides by zero. Check the denominator.",
    ),
    "answer.root_of_negative": Localized(
        "負の数の平方根になっています。√ の中を見直してください。",
        "This is the square root of a negative number. Check what stands under the root.",
    ),
    "answer.too_big": Localized(
        "計算の途中で数が大きくなりすぎました。もっと簡単な形で書いてください。",
        "The numbers grow too large on the way. Write the answer in a simpler form.",
    ),
}

_FORM = {
    "answer.incomplete": Localized(
        "入力が途中で終わっています。続きの数を入力してください。",
        "This stops half-way. Type the number that is still missing.",
    ),
    "answer.misplaced_operator": Localized(
        "「{operator}」の前か後ろに数がありません。余分な記号を消すか、数を補ってください。",
        "A number is missing beside “{operator}”. Remove the extra sign or add the number.",
    ),
    "answer.missing_operator": Localized(
        "掛け算の記号が抜けています。2*√2 のように * を書いてください。",
        "A multiplication sign is missing. Write the *, as in 2*√2.",
    ),
    "answer.double_sign": Localized(
        "符号が 2 つ続いています。+ か - を 1 つだけ付けてください。",
        "There are two signs in a row. Keep a single + or -.",
    ),
    "answer.sign_below": Localized(
        "分母に符号が付いています。-3/4 のように、符号は先頭に付けてください。",
        "The denominator carries a sign. Put it in front, as in -3/4.",
    ),
    "answer.double_slash": Localized(
        "割り算が 2 つ続くと、どちらを先にするか決まりません。(1/2)/3 のように括弧を付けてください。",
        "Two divisions in a row can be read in two ways. Add brackets, as in (1/2)/3.",
    ),
    "answer.double_power": Localized(
        "累乗が 2 つ続くと、どちらを先にするか決まりません。(2^3)^2 のように括弧を付けてください。",
        "Two powers in a row can be read in two ways. Add brackets, as in (2^3)^2.",
    ),
    "answer.bracket_not_closed": Localized(
        "閉じ括弧 ) が足りません。) を補ってください。",
        "A closing bracket is missing. Add the ).",
    ),
    "answer.bracket_not_opened": Localized(
        "開き括弧 ( が足りません。( を補うか、余分な ) を消してください。",
        "An opening bracket is missing. Add the ( or remove the extra ).",
    ),
    "answer.too_deep": Localized(
        "括弧・√・符号の重なりが {limit} 段を超えています。もっと簡単な形で書いてください。",
        "Brackets, roots or signs are nested more than {limit} deep. Write a simpler form.",
    ),
    "answer.expression": Localized(
        "ここでは計算式は使えません。計算した結果を 1 つの数か分数で書いてください"
        "(例: 0.25、1/4、2.5×10^-1)。",
        "Formulas cannot be used here. Work it out and type one number or fraction, "
        "such as 0.25, 1/4 or 2.5×10^-1.",
    ),
    "answer.component_missing": Localized(
        "{position} 番目の値がありません。値をカンマで区切って書いてください(例: 0.1, -0.2)。",
        "Value number {position} is missing. Separate the values with commas, as in 0.1, -0.2.",
    ),
    "answer.component_count": Localized(
        "値は {expected} 個必要ですが、{found} 個あります。"
        "値をカンマで区切って書いてください(例: 0.1, -0.2)。",
        "Values needed: {expected}; values typed: {found}. "
        "Separate them with commas, as in 0.1, -0.2.",
    ),
}

_VERDICTS = {
    "verdict.correct": Localized("正解です。", "Correct."),
    "verdict.wrong": Localized("不正解です。", "Not correct."),
    "verdict.slip": Localized(
        "不正解です: {name}。{explanation}", "Not correct: {name}. {explanation}"
    ),
    "verdict.one_of": Localized(
        "不正解です。次のどれかかもしれません: {names}", "Not correct. Possibly one of: {names}"
    ),
    "verdict.too_few_digits": Localized(
        "桁数が足りません。問題文で指定された桁まで答えてください(不正解にはなりません)。",
        "More digits are needed, as many as the question asks for. This does not count as wrong.",
    ),
    "verdict.too_few_digits.sigfig": Localized(
        "桁数が足りません。有効数字 {digits} 桁で答えてください(不正解にはなりません)。",
        "More digits are needed. Significant figures asked for: {digits}. "
        "This does not count as wrong.",
    ),
    "verdict.too_few_digits.dp": Localized(
        "桁数が足りません。小数第 {digits} 位まで答えてください(不正解にはなりません)。",
        "More digits are needed. Decimal places asked for: {digits}. This does not count as wrong.",
    ),
    "verdict.too_few_digits.exact": Localized(
        "丸めた値になっています。丸めずに、小数または分数で厳密に答えてください"
        "(不正解にはなりません)。",
        "This is a rounded value. Give the exact one, as a decimal or a fraction. "
        "This does not count as wrong.",
    ),
    "verdict.rounding": Localized(
        "値はほぼ合っています。最後の丸め(四捨五入)を確認してください(不正解にはなりません)。",
        "Very close. Check the final rounding (half up). This does not count as wrong.",
    ),
    "verdict.unreadable": Localized(
        "答えを読み取れませんでした(不正解にはなりません)。",
        "The answer could not be read. This does not count as wrong.",
    ),
}

_DIAGNOSES = {
    "diagnosis.sign": Localized("符号が逆です。", "The sign is the wrong way round."),
    "diagnosis.power_of_ten": Localized(
        "正しい値の 10^{exponent} 倍になっています。小数点の位置を確認してください。",
        "This is 10^{exponent} times the right value. Check where the decimal point goes.",
    ),
    "diagnosis.other_line": Localized(
        ja="それは {quantity} の値です。求めるものを確かめてください。",
        en="That is the value of {quantity}. Look again at what is asked.",
    ),
    "diagnosis.early_rounding": Localized(
        ja="途中で丸めています。丸めるのは最後の答えだけにします。",
        en="Rounded on the way. Round only the final answer.",
    ),
    "diagnosis.reciprocal": Localized(
        "正しい値の逆数になっています。分子と分母を確認してください。",
        "This is the reciprocal of the right value. Check what is divided by what.",
    ),
}

ANSWERS: dict[str, Localized] = _SPELLING | _NUMBERS | _FORM | _VERDICTS | _DIAGNOSES
