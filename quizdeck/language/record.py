"""What the event log has to say to a person."""

from quizdeck.text import Localized

RECORD: dict[str, Localized] = {
    "record.newer": Localized(
        ja="学習記録 {path} は、より新しい quizdeck が書いたものです"
        "(形式 {found}、この版が読めるのは {known} まで)。"
        "ファイルには触れていません。quizdeck を更新してください。",
        en="The study log {path} was written by a newer quizdeck "
        "(format {found}; this version reads up to {known}). "
        "The file was left untouched. Update quizdeck.",
    ),
    "record.foreign": Localized(
        ja="{path} は quizdeck の学習記録ではない SQLite ファイルです。"
        "ファイルには触れていません。"
        "別の場所へ移すか、QUIZDECK_HOME を別のフォルダにしてください。",
        en="{path} is an SQLite file, but not a quizdeck study log. "
        "The file was left untouched. Move it away, or point QUIZDECK_HOME to another folder.",
    ),
    "record.damaged": Localized(
        ja="学習記録 {path} が壊れています({reason})。"
        "ファイルには触れていません。そのコピーを取ってから、バックアップを戻してください。",
        en="The study log {path} is damaged ({reason}). "
        "The file was left untouched. Copy it somewhere safe, then restore a backup.",
    ),
    "record.unwritable": Localized(
        ja="学習記録 {path} に書き込めません({reason})。"
        "フォルダとファイルの権限を確かめるか、QUIZDECK_HOME を書き込めるフォルダにしてください。",
        en="The study log {path} cannot be written ({reason}). "
        "Check the permissions of the folder and the file, "
        "or point QUIZDECK_HOME to a folder you can write to.",
    ),
    "record.disk_full": Localized(
        ja="ディスクに空きがないため、学習記録 {path} に書き込めません。"
        "それまでの記録は無事です。空きを作って、もう一度答えてください。",
        en="The disk is full, so the study log {path} cannot be written. "
        "Everything recorded before is safe. Free some space and answer again.",
    ),
    "record.busy": Localized(
        ja="学習記録 {path} を別のプログラムが使い続けています。"
        "ほかの quizdeck やバックアップの終了を待って、もう一度試してください。",
        en="Another program keeps the study log {path} busy. "
        "Wait for the other quizdeck or the backup to finish, then try again.",
    ),
    "record.already_answered": Localized(
        ja="この問題にはすでに答えています({path})。"
        "最初の答えが記録に残っています。次の問題へ進んでください。",
        en="This question has been answered already ({path}). "
        "The first answer stands. Go on to the next question.",
    ),
    "record.identity_taken": Localized(
        ja="同じ識別子で内容の違う記録が {path} にあります。"
        "今の記録は書き込まれていません。quizdeck を起動し直してください。",
        en="{path} already holds a different record under the same identity. "
        "The new one was not written. Restart quizdeck.",
    ),
    "record.target_missing": Localized(
        ja="{path} に、この答えが指す出題の記録がありません。"
        "答えは書き込まれていません。quizdeck を起動し直してください。",
        en="{path} has no record of the question that this answer belongs to. "
        "The answer was not written. Restart quizdeck.",
    ),
    "record.out_of_sequence": Localized(
        ja="{path} に通し番号の飛んだ記録は書き込めません。"
        "記録は書き込まれていません。quizdeck を起動し直してください。",
        en="A record that skips a sequence number cannot be written to {path}. "
        "Nothing was written. Restart quizdeck.",
    ),
    "record.append_only": Localized(
        ja="{path} の記録は変更も削除もできません。追記だけができます。",
        en="Records in {path} can be neither changed nor deleted; the log only grows.",
    ),
    "record.sqlite_too_old": Localized(
        ja="この Python の SQLite は {found} ですが、{needed} 以降が必要です。"
        "新しい Python で quizdeck を入れ直してください。",
        en="This Python comes with SQLite {found}, but quizdeck needs {needed} or later. "
        "Install quizdeck under a newer Python.",
    ),
    "record.failed": Localized(
        ja="学習記録 {path} を読み書きできませんでした({reason})。"
        "それまでの記録は無事です。もう一度試し、続くようならバックアップを取ってください。",
        en="The study log {path} could not be read or written ({reason}). "
        "Everything recorded before is safe. Try again; if it persists, make a backup.",
    ),
}
