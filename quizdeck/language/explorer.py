"""The words of the trajectory explorer."""

from quizdeck.text import Localized

EXPLORER: dict[str, Localized] = {
    "explorer.title": Localized(ja="軌跡", en="Paths"),
    "explorer.step": Localized(ja="ステップ {step} / {steps}", en="step {step} / {steps}"),
    "explorer.start": Localized(ja="出発点 ({x}, {y})", en="from ({x}, {y})"),
    "explorer.diverged": Localized(ja="ステップ {step} で発散", en="diverged at step {step}"),
    "explorer.undefined": Localized(
        ja="ステップ {step} は値なし（0 での割り算）", en="step {step} has no value (0 below)"
    ),
    "explorer.outside": Localized(ja="画面の外", en="out of view"),
    "explorer.rates": Localized(ja="{method} の係数", en="Rates of {method}"),
    "explorer.change": Localized(
        ja="Tab で選ぶ、+ − で増減、r で入力", en="Tab chooses, + − change, r types"
    ),
    "explorer.type_rate": Localized(ja="{name} の値", en="Value of {name}"),
    "explorer.rate_hint": Localized(ja="例: 0.3  3/10", en="e.g. 0.3  3/10"),
    "explorer.no_step": Localized(
        ja="まだ一歩も進んでいません。→ で進めてから Enter を押してください。",
        en="No step is taken yet. Go on with → and press Enter then.",
    ),
    "explorer.no_such_step": Localized(
        ja="{method} はここまで来ていません（{why}）。",
        en="{method} does not come this far ({why}).",
    ),
    "explorer.saved": Localized(ja="書き出しました: {paths}", en="Written: {paths}"),
    "explorer.picture_title": Localized(
        ja="{formula} を ({x}, {y}) から下る（更新 {steps} 回）",
        en="Down {formula} from ({x}, {y}): {steps} updates",
    ),
    "explorer.lowest": Localized(ja="最小", en="minimum"),
    "path_quiz.title": Localized(ja="手法当て", en="Guess the method"),
    "path_quiz.question": Localized(
        ja="この軌跡（更新 {steps} 回）を歩いたのは、この係数のどの手法でしょう。",
        en="Which method, with these rates, walked this path of {steps} updates?",
    ),
    "path_quiz.why.sgd_turning": Localized(
        ja="SGD の一歩は、いつもその場の勾配の lr 倍です。急な {axis} 方向を行き過ぎては戻り、"
        "{updates} 回の更新で向きが {turns} 回変わりました。",
        en="A step of SGD is always lr times the gradient where it stands: it overshoots along the "
        "steep {axis} and comes back, turning {turns} times in {updates} updates.",
    ),
    "path_quiz.why.sgd_straight": Localized(
        ja="SGD の一歩は、いつもその場の勾配の lr 倍です。行き過ぎずに、坂の緩さのとおり歩幅が"
        "決まりました（最初 {first}、最後 {last}）。",
        en="A step of SGD is always lr times the gradient where it stands: without overshooting, its "
        "length follows the slope ({first} at first, {last} at last).",
    ),
    "path_quiz.why.momentum": Localized(
        ja="Momentum は勾配の方向に速度がたまります。いちばん長い一歩は最初の {ratio} 倍になり、"
        "曲がりながら {axis} 方向の向きが {turns} 回変わりました。",
        en="Momentum gathers speed: its longest step is {ratio} times the first, and it swings around "
        "in curves, turning {turns} times along {axis}.",
    ),
    "path_quiz.why.adagrad": Localized(
        ja="AdaGrad の最初の一歩は x も y も大きさ lr = {lr} です。h は増える一方なので"
        "歩幅は縮み、最後の一歩の長さは {last} でした。",
        en="The first step of AdaGrad is lr = {lr} along x and along y alike. Its h only grows, so "
        "the steps shrink; the last one is {last} long.",
    ),
    "path_quiz.why.adam": Localized(
        ja="Adam の最初の一歩は x も y も大きさ lr = {lr} です。そのあとは m の慣性で"
        "なめらかに曲がり、最後の一歩の長さは {last} でした。",
        en="The first step of Adam is lr = {lr} along x and along y alike. Then the inertia of m "
        "bends the path smoothly; the last step is {last} long.",
    ),
    "key.explore": Localized(ja="軌跡", en="Paths"),
    "key.explore.long": Localized(
        ja="軌跡: 4 つの手法が坂を下る様子を一歩ずつ見る",
        en="the paths of four methods downhill, step by step",
    ),
    "key.step_on": Localized(ja="一歩進む", en="Step on"),
    "key.step_back": Localized(ja="一歩戻る", en="Step back"),
    "key.to_ends": Localized(ja="最初へ、最後へ", en="to the start, to the end"),
    "key.play": Localized(ja="再生", en="Play"),
    "key.play.long": Localized(ja="再生と一時停止", en="play, pause"),
    "key.quiz_step": Localized(ja="問題にする", en="Quiz me"),
    "key.quiz_step.long": Localized(
        ja="選んだ数値を計算問題にする（与える数値は表のとおり）",
        en="ask the chosen number as a problem, with the numbers of the table given",
    ),
    "key.isolate": Localized(ja="手法", en="Method"),
    "key.isolate.long": Localized(
        ja="その手法だけを見る（もう一度押すと全部）",
        en="that method alone; pressed again, all of them",
    ),
    "key.all_methods": Localized(ja="すべての手法を見る", en="see all methods"),
    "key.objective": Localized(ja="関数", en="Function"),
    "key.objective.long": Localized(ja="次の関数へ", en="go on to the next function"),
    "key.rate": Localized(
        ja="変える係数を選ぶ（学習率、α、β）",
        en="choose the rate to change: learning rate, α, β",
    ),
    "key.change_rate": Localized(ja="増減", en="Change"),
    "key.change_rate.long": Localized(ja="係数を増やす、減らす", en="raise or lower the rate"),
    "key.type_rate": Localized(ja="入力", en="Type"),
    "key.type_rate.long": Localized(ja="係数の値を入力する", en="type a value for the rate"),
    "key.quantity": Localized(ja="表の数値を選ぶ", en="choose a number of the table"),
    "key.guess": Localized(ja="手法当て", en="Guess"),
    "key.guess.long": Localized(
        ja="名前を伏せた軌跡の手法を当てる（記録には残らない）",
        en="guess which method walked a path without a name (nothing is recorded)",
    ),
    "key.guess_again": Localized(ja="次の軌跡", en="Next path"),
    "key.table": Localized(ja="図／表", en="Table"),
    "key.table.long": Localized(
        ja="狭い画面で、図と表を切り替える", en="picture or table, where there is room for one"
    ),
    "key.export": Localized(ja="書き出す", en="Export"),
    "key.export.long": Localized(
        ja="図（SVG）と全ステップの表（CSV）を書き出す",
        en="write the picture (SVG) and the table of all steps (CSV)",
    ),
}
