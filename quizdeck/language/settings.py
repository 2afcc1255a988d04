"""The words about settings."""

from quizdeck.text import Localized

SETTINGS: dict[str, Localized] = {
    "settings.damaged": Localized(
        ja="設定ファイル {path} が壊れているため、上書きせずに残しました。"
        "直すか、別の名前に変えてから、もう一度設定してください。",
        en="The settings file {path} is damaged and was left as it is. "
        "Mend it, or rename it, and then set this again.",
    ),
    "theme.dark": Localized(ja="暗い", en="Dark"),
    "theme.light": Localized(ja="明るい", en="Light"),
    "theme.contrast": Localized(ja="高コントラスト", en="High contrast"),
    "theme.colour-blind": Localized(ja="色覚に配慮（青と橙）", en="Colour-blind safe"),
}
