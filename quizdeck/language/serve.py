"""The words around the page in a browser."""

from quizdeck.text import Localized

SERVE: dict[str, Localized] = {
    "command.serve": Localized(
        ja="このパソコンのブラウザーで画面を開く", en="the screens in a browser on this machine"
    ),
    "option.port": Localized(
        ja="ポート番号（省略時は空いているもの）", en="port (default: any that is free)"
    ),
    "serve.how_to_stop": Localized(
        ja="このパソコンのブラウザーで上の URL を開いてください。URL は合い鍵なので、人に見せないでください。Ctrl+C で終わります。",
        en="Open the URL above in a browser on this machine. It is the key to your page: keep it to yourself. Ctrl+C ends it.",
    ),
    "serve.loading": Localized(ja="quizdeck を開いています…", en="Opening quizdeck …"),
    "serve.closed": Localized(
        ja="このページの quizdeck は終わりました。送った解答はすべて保存されています。",
        en="quizdeck has ended on this page. Every answer you sent is saved.",
    ),
    "serve.again": Localized(ja="もう一度開く", en="Open it again"),
    "serve.refused": Localized(
        ja="このページは開けません。quizdeck serve が端末に表示した URL をそのまま開いてください。",
        en="This page cannot be opened. Open the very URL that quizdeck serve has printed in the terminal.",
    ),
    "serve.not_installed": Localized(
        ja="ブラウザーで開くための部品 {missing} が入っていません。quizdeck のフォルダーで {command} を実行してください。",
        en="{missing}, which the page in a browser needs, is not installed. Run this in the folder of quizdeck: {command}",
    ),
    "serve.port_in_use": Localized(
        ja="ポート {port} はほかのプログラムが使っています。別の番号を --port で選ぶか、--port を省いてください。",
        en="Another program uses port {port}. Choose another one with --port, or leave --port out.",
    ),
    "serve.port_not_allowed": Localized(
        ja="ポート {port} を使う権限がありません。1024 以上の番号を --port で選ぶか、--port を省いてください。",
        en="You are not allowed to use port {port}. Choose one from 1024 up with --port, or leave --port out.",
    ),
    "serve.port_unusable": Localized(
        ja="ポート {port} を開けません: {reason}。別の番号を --port で選ぶか、--port を省いてください。",
        en="Port {port} cannot be opened: {reason}. Choose another one with --port, or leave --port out.",
    ),
    "serve.no_loopback": Localized(
        ja="このパソコンには自分自身を指すアドレス（127.0.0.1 も ::1 も）がありません。ネットワークの設定で lo（ループバック）を有効にしてください。",
        en="This machine has no address for itself, neither 127.0.0.1 nor ::1. Bring its loopback interface (lo) up.",
    ),
}
