"""The words around a question: marks, what keeps failing, ratings by hand, editing."""

from quizdeck.text import Localized

SESSION: dict[str, Localized] = {
    # what keeps failing
    "leech.advice": Localized(
        ja="この問題は、これまでに {failures} 回つまずいています。"
        "くり返すより、土台から練習するほうが早道です。",
        en="This one has failed {failures} times. What it stands on is worth more practice than "
        "another try.",
    ),
    "leech.keys": Localized(
        ja="p 土台を練習する ・ F7 明日まで休ませる",
        en="p practise that first · F7 let this one rest until tomorrow",
    ),
    "leech.rest": Localized(ja="F7 明日まで休ませる", en="F7 let this one rest until tomorrow"),
    "key.groundwork": Localized(ja="土台を練習", en="Practise what it needs"),
    # rated by hand
    "key.easy": Localized(ja="やさしい", en="Easy"),
    "feedback.easy": Localized(
        ja="「やさしい」と記録しました。次に出るのは、もっと先になります。",
        en="Noted as easy: it comes back later than usual.",
    ),
    # marks
    "key.flag": Localized(ja="印", en="Flag"),
    "flag.shown": Localized(ja="⚑ {note}", en="⚑ {note}"),
    "flag.bare": Localized(ja="⚑ 印あり", en="⚑ flagged"),
    "flag.title": Localized(ja="印をつける", en="Flag this item"),
    "flag.hint": Localized(ja="ひとことメモ（空でもよい）", en="a short note (may be empty)"),
    "flag.on": Localized(ja="印をつけました。", en="Flagged."),
    "flag.off": Localized(ja="印を外しました。", en="The flag is off."),
    "key.save": Localized(ja="保存", en="Save"),
    "key.cancel": Localized(ja="やめる", en="Cancel"),
    # editing
    "key.edit": Localized(ja="YAML を開く", en="Open the YAML"),
    "editing.no_file": Localized(
        ja="計算問題は毎回その場で作られるので、開くファイルがありません。",
        en="Numeric problems are made on the spot; there is no file to open.",
    ),
    "editing.no_editor": Localized(
        ja="エディターが見つかりません。環境変数 EDITOR に設定してください（例: EDITOR=nano）。"
        "場所は {path}:{line} です。",
        en="No editor was found. Set the variable EDITOR, for example EDITOR=nano. "
        "The place is {path}:{line}.",
    ),
    "editing.failed": Localized(
        ja="エディター {editor} を起動できませんでした（{reason}）。場所は {path}:{line} です。",
        en="The editor {editor} could not be started ({reason}). The place is {path}:{line}.",
    ),
    "editing.not_here": Localized(
        ja="この画面からはエディターを開けません。場所は {path}:{line} です。",
        en="No editor can be opened from this window. The place is {path}:{line}.",
    ),
    "editing.back": Localized(
        ja="問題集を読み直しました（不具合 {count} 件）", en="Banks read again (problems: {count})"
    ),
    # after a break
    "home.put_off": Localized(
        ja="ほかに {count} 問たまっています。明日からの分に分けてあります。",
        en="{count} more are waiting; they are spread over the days to come.",
    ),
    "home.more_reviews": Localized(
        ja="たまった復習をもう少し", en="A few more of the reviews that piled up"
    ),
}
