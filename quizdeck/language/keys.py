"""The words for keys beyond those of the first screens, and the names of the screens."""

from quizdeck.text import Localized

KEYS: dict[str, Localized] = {
    "keys.screen": Localized(ja="画面", en="Screen"),
    "keys.keys": Localized(ja="キーと働き", en="Keys and what they do"),
    "keys.here": Localized(ja="この画面で使えるキー", en="Keys on this screen"),
    "place.everywhere": Localized(ja="どの画面でも", en="Everywhere"),
    "place.home": Localized(ja="ホーム", en="Home"),
    "place.session": Localized(ja="ドリル・練習", en="Drill, practice"),
    "place.statistics": Localized(ja="成績", en="Scores"),
    "place.browser": Localized(ja="問題集", en="Bank"),
    "place.item": Localized(ja="問題の詳細", en="One question"),
    "place.notebook": Localized(ja="弱点ノート", en="Slips notebook"),
    "place.settings": Localized(ja="設定", en="Settings"),
    "place.mock": Localized(ja="模試", en="Mock quiz"),
    "place.mock_result": Localized(ja="模試の結果", en="Mock result"),
    "place.explorer": Localized(ja="軌跡", en="Paths"),
    "place.path_quiz": Localized(ja="手法当て", en="Guess the method"),
    # words of the footer
    "key.bank": Localized(ja="問題集", en="Bank"),
    "key.notebook": Localized(ja="弱点", en="Slips"),
    "key.settings": Localized(ja="設定", en="Settings"),
    "key.palette": Localized(ja="コマンドを探して実行", en="Find and run a command"),
    "key.page": Localized(ja="ページ", en="Page"),
    "key.open": Localized(ja="開く", en="Open"),
    "key.search": Localized(ja="検索", en="Search"),
    "key.to_list": Localized(ja="一覧へ", en="To the list"),
    "key.topic": Localized(ja="分野", en="Topic"),
    "key.level": Localized(ja="レベル", en="Level"),
    "key.state": Localized(ja="状態", en="State"),
    "key.practise": Localized(ja="練習", en="Practise"),
    "key.rest_item": Localized(ja="休ませる", en="Rest"),
    "key.clear": Localized(ja="絞り込みをすべて外す", en="Clear every filter"),
    "key.move": Localized(ja="行を移る", en="move"),
    "key.drill_slip": Localized(ja="この弱点を練習", en="Drill this"),
    "key.change": Localized(ja="変える", en="Change"),
    "key.set": Localized(ja="入力", en="Set"),
    "key.change_back": Localized(ja="逆向きに変える", en="Change backwards"),
    "key.take": Localized(ja="決める", en="Set"),
    "key.drop": Localized(ja="やめる", en="Cancel"),
    "key.tour": Localized(ja="はじめの案内", en="Tour"),
    "key.go_on": Localized(ja="次へ", en="Next"),
    "key.skip_tour": Localized(ja="とばす", en="Skip"),
    # what a key does, where its word in the footer says too little alone
    "key.start.long": Localized(
        ja="今日のドリル（途中なら続きから）", en="today's drill, or on with the one under way"
    ),
    "key.practice.long": Localized(ja="数値練習", en="practise numeric problems"),
    "key.bank.long": Localized(ja="問題集を見る", en="browse the bank"),
    "key.notebook.long": Localized(
        ja="弱点ノート（これまでの間違い）", en="the notebook of one's slips"
    ),
    "key.slip_drill.long": Localized(
        ja="くり返している弱点のドリル", en="drill the slips that keep happening"
    ),
    "key.settings.long": Localized(
        ja="設定（言語・配色・試験日など）", en="settings (language, theme, exam date, …)"
    ),
    "key.language.long": Localized(ja="日本語と英語を切り替える", en="switch Japanese and English"),
    "key.help.long": Localized(
        ja="ヘルプ（その画面のキー）", en="help with the keys of the screen"
    ),
    "key.leave.long": Localized(
        ja="中断（続きは同じところから）", en="leave; it goes on from there"
    ),
    "key.notation.long": Localized(
        ja="別の本の記号で書く（Goodfellow、論文など）",
        en="the letters of another book (Goodfellow, papers, …)",
    ),
    "key.skip.long": Localized(ja="あとまわしにする", en="put off to the end"),
    "key.cause.long": Localized(ja="間違えた原因を選ぶ", en="say why it went wrong"),
    "key.undo.long": Localized(ja="直前の解答を取り消す", en="take back the last answer"),
    "key.flag.long": Localized(ja="印をつけ、メモを書く", en="flag it with a note"),
    "key.easy.long": Localized(
        ja="正解がやさしすぎたとき（次は先になる）", en="it was easy: comes again later"
    ),
    "key.page.long": Localized(
        ja="ページ（概要・推移・手法・間違い・見通し）",
        en="a page (overview, over time, topics, slips, outlook)",
    ),
    "key.open.long": Localized(ja="問題の全体を見る", en="see the whole question"),
    "key.search.long": Localized(ja="検索（打つそばから絞り込む）", en="search as you type"),
    "key.topic.long": Localized(ja="分野で絞る", en="filter by topic"),
    "key.level.long": Localized(ja="レベルで絞る", en="filter by level"),
    "key.state.long": Localized(
        ja="状態で絞る（新規・期限・苦手・休み・印）",
        en="filter by state (new, due, failing, resting, flagged)",
    ),
    "key.practise.long": Localized(ja="この問題だけ練習する", en="practise just this item"),
    "key.rest_item.long": Localized(ja="休ませる／また出す", en="let it rest, or bring it back"),
    "key.drill_slip.long": Localized(ja="この弱点だけのドリル", en="drill just this slip"),
    "key.tour.long": Localized(ja="はじめの案内をもう一度", en="the tour of the first start again"),
    "key.flag_mock.long": Localized(ja="あとで見直す印", en="flag for the review"),
    "key.review.long": Localized(
        ja="印と未解答を見直す", en="review what is flagged or unanswered"
    ),
    # the palette
    "palette.hint": Localized(ja="コマンドを入力…", en="Type a command…"),
    "palette.theme": Localized(ja="配色: {name}", en="Theme: {name}"),
}
