"""What a check finds in a bank that can be read: claims, numbers, code and advice."""

from quizdeck.text import Localized

CHECKS: dict[str, Localized] = {
    "banks.long_walk": Localized(
        ja="勾配が {found} 個あります。{most} 個までにしてください。",
        en="There are {found} gradients. Give at most {most}.",
    ),
    "banks.claim_value": Localized(
        ja="計算すると {quantity} はステップ {step} で {found} です。{value} ではありません。",
        en="{quantity} at step {step} is {found}, not {value}.",
    ),
    "banks.claim_falls": Localized(
        ja="計算すると {quantity} はステップ {step} で減ります（{before} から {after}）。",
        en="{quantity} falls at step {step} (from {before} to {after}).",
    ),
    "banks.claim_rises": Localized(
        ja="計算すると {quantity} はステップ {step} で増えます（{before} から {after}）。",
        en="{quantity} rises at step {step} (from {before} to {after}).",
    ),
    "banks.claim_changes": Localized(
        ja="計算すると {quantity} はステップ {step} で変わります（{before} から {after}）。",
        en="{quantity} changes at step {step} (from {before} to {after}).",
    ),
    "banks.claim_not_below": Localized(
        ja="計算すると {quantity} はステップ {step} で {found} で、{bound}（{limit}）より小さくありません。",
        en="{quantity} at step {step} is {found}, which is not below {bound} ({limit}).",
    ),
    "banks.claim_least": Localized(
        ja="計算すると {quantity} が最小になるのは t = {found} で、{step} ではありません。",
        en="{quantity} has its least value at t = {found}, not {step}.",
    ),
    "banks.claim_greatest": Localized(
        ja="計算すると {quantity} が最大になるのは t = {found} で、{step} ではありません。",
        en="{quantity} has its greatest value at t = {found}, not {step}.",
    ),
    "banks.claim_tie": Localized(
        ja="計算すると {quantity} は t = {found} でも t = {step} と同じ値です。",
        en="{quantity} has the same value at t = {found} as at t = {step}.",
    ),
    "banks.claim_formula": Localized(
        ja="計算すると {formula} は {found} です。{value} ではありません。",
        en="{formula} is {found}, not {value}.",
    ),
    "banks.claim_no_value": Localized(
        ja="ステップ {step} で {quantity} を計算できません（0 での割り算、負の数の平方根、大きすぎる数のどれか）。",
        en="{quantity} has no value at step {step} (a division by zero, the root of a negative number or a number too large).",
    ),
    "banks.claim_formula_no_value": Localized(
        ja="{formula} を計算できません（0 での割り算、負の数の平方根、大きすぎる数のどれか）。",
        en="{formula} has no value (a division by zero, the root of a negative number or a number too large).",
    ),
    "banks.claim_too_short": Localized(
        ja="ステップ {step} はありません。勾配は {steps} ステップ分です。",
        en="There is no step {step}: the gradients end at step {steps}.",
    ),
    "banks.answer_not_taken": Localized(
        ja="{answer} は解答欄に入力できません。figures か places で桁を決めるか、小数か分数で書いてください。",
        en="{answer} cannot be typed as an answer. Ask for figures or places, or write a decimal or a fraction.",
    ),
    "banks.wrong_is_taken": Localized(
        ja="{value} は、この桁数では正解（{answer}）として採点されます。",
        en="{value} would be marked right: to the digits asked for it is the answer ({answer}).",
    ),
    "banks.no_variant": Localized(
        ja="この固定値では {skill} の問題を作れません。pins を変えてください。",
        en="{skill} has no problem with these pins. Change pins.",
    ),
    "banks.no_variant_of_seed": Localized(
        ja="{skill} の問題をシード {seed} では作れません。seed か pins を変えてください。",
        en="{skill} has no problem with seed {seed}. Change seed or pins.",
    ),
    "banks.answer_misfit": Localized(
        ja="この解答を入れたコードは Python として読めません: {error}",
        en="With this answer the listing is not Python: {error}",
    ),
    "banks.unknown_need": Localized(
        ja="{need} という問題は、検査した問題集にありません。",
        en="None of the banks checked has an item {need}.",
    ),
    "banks.circular_need": Localized(
        ja="needs が循環しています（{circle}）。どれかを消してください。",
        en="These needs go round in a circle ({circle}). Remove one of them.",
    ),
    "banks.former_id_exists": Localized(
        ja="{id} は今も使われている id です（{first}）。formerly には、もう無い id を書いてください。",
        en="The id {id} is still in use at {first}. Under formerly stand ids that are gone.",
    ),
    "banks.former_id_twice": Localized(
        ja="{id} は {first} の formerly にもあります。引き継げる問題は 1 つだけです。",
        en="{id} stands under formerly at {first} as well. Only one question can take over from it.",
    ),
    "banks.right_longest": Localized(
        ja="正解の選択肢だけが目立って長くなっています（{language}: 幅 {width}、ほかは {other} 以下）。長さをそろえてください。",
        en="The right option is conspicuously long ({language}: {width} cells, the others at most {other}). Even the lengths out.",
    ),
    "banks.right_shortest": Localized(
        ja="正解の選択肢だけが目立って短くなっています（{language}: 幅 {width}、ほかは {other} 以上）。長さをそろえてください。",
        en="The right option is conspicuously short ({language}: {width} cells, the others at least {other}). Even the lengths out.",
    ),
    "banks.right_stands_out": Localized(
        ja="正解の選択肢だけ形が違います（数式・コード・言葉、または文末の句点）。形をそろえてください。",
        en="Only the right option has this form (formula, code or words, or a full stop at its end). Give all the same.",
    ),
    "banks.right_at_one_place": Localized(
        ja="選択問題 {all} 問のうち {count} 問で、正解が {place} 番目に書かれています。位置を散らしてください。",
        en="In {count} of {all} choices the right option is written at place {place}. Spread the places.",
    ),
    "banks.right_often_longest": Localized(
        ja="選択問題 {all} 問のうち {count} 問で、正解が最も長い選択肢です（{language}）。偶然より多すぎます。",
        en="In {count} of {all} choices the right option is the longest ({language}), far more often than by chance.",
    ),
    "banks.near_duplicate": Localized(
        ja="{id}（{first}）とほとんど同じ問題です。",
        en="This is nearly the same question as {id} at {first}.",
    ),
    "banks.no_source": Localized(
        ja="出典（source）がありません。問題か問題集の先頭に書いてください。",
        en="There is no source. Name it here or at the head of the bank.",
    ),
    "banks.no_run": Localized(
        ja="実行のしかた（run）がないので、このコードは確かめられません。",
        en="There is no run, so this listing cannot be verified.",
    ),
    "banks.advice": Localized(ja="助言: {message}", en="advice: {message}"),
    "banks.advice_count": Localized(
        ja="そのうち {count} 件は助言で、そのままでも出題できます。",
        en="{count} of them are advice: those questions can be asked as they are.",
    ),
    "banks.execute": Localized(
        ja="問題集のコードも実行して確かめる（信頼できる問題集だけに使うこと）",
        en="also run the code of the banks (use it on banks you trust)",
    ),
    "banks.executing": Localized(
        ja="問題集のコードを実行します（{count} 問）。",
        en="Running the code of the banks ({count} question(s)).",
    ),
    "banks.executed": Localized(ja="{done}/{count} 問", en="{done} of {count} questions"),
}
