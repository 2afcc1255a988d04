"""What the event log has to say to a person."""

from quizdeck.text import Localized

RECORD: dict[str, Localized] = {
    "doctor.advice": Localized(
        ja="直すには: スケジュールだけの食い違いは quizdeck log doctor --repair、"
        "それ以外は quizdeck log restore でバックアップに戻してください。",
        en="To mend it: a wrong schedule alone with quizdeck log doctor --repair; anything else by "
        "going back to a backup with quizdeck log restore.",
    ),
    "doctor.altered": Localized(
        ja="{count} 件の記録が、書かれたときの内容と違います（最初のもの: {first}）。",
        en="{count} event(s) are not as they were written (the first: {first}).",
    ),
    "doctor.future": Localized(
        ja="明日より先の日付の記録が {count} 日分あります（時計が進んでいたのかもしれません）。",
        en="There are {count} study day(s) later than tomorrow (was a clock ahead?).",
    ),
    "doctor.gap": Localized(
        ja="端末 {device} の記録に抜けがあります。",
        en="Events of device {device} are missing in between.",
    ),
    "doctor.not_whole": Localized(
        ja="ファイルの構造が壊れています（SQLite の検査）。",
        en="The structure of the file is broken (SQLite's own check).",
    ),
    "doctor.schedule": Localized(
        ja="スケジュールが記録と食い違っています。",
        en="The schedule says something else than the log.",
    ),
    "doctor.sound": Localized(
        ja="✓ 記録に問題はありません（{count} 件）。",
        en="✓ The log is sound ({count} events).",
    ),
    "doctor.unknown_item": Localized(
        ja="今の問題集にない問題の記録が {count} 種類あります（{first} など）。記録は残ります。",
        en="{count} item(s) are in no bank any more ({first} among them). Their records stay.",
    ),
    "log.exported": Localized(ja="{path} に書き出しました。", en="Written to {path}."),
    "log.kept_aside": Localized(
        ja="これまでの記録は {path} に残してあります。", en="What stood there is kept at {path}."
    ),
    "log.merged": Localized(
        ja="{added} 件を取り込みました（{known} 件は取り込み済み）。",
        en="{added} event(s) taken over ({known} were here already).",
    ),
    "log.no_backup": Localized(
        ja="バックアップを作れませんでした（記録そのものは無事です）: {reason}",
        en="No backup could be made (the log itself is safe): {reason}",
    ),
    "log.objection.altered": Localized(
        ja="{count} 件: 書かれたあとに内容が変わっています。",
        en="{count}: changed after they were written.",
    ),
    "log.objection.answered": Localized(
        ja="{count} 件: 同じ出題に、すでに別の解答が記録されています。",
        en="{count}: what they answer has another answer already.",
    ),
    "log.objection.gap": Localized(
        ja="{count} 件: その端末の、これより前の記録がありません。先の分も一緒に取り込んでください。",
        en="{count}: earlier events of their device are missing. Merge those as well.",
    ),
    "log.objection.other_content": Localized(
        ja="{count} 件: 同じ番号の、内容の違う記録がすでにあります。",
        en="{count}: their identity belongs to another event here.",
    ),
    "log.objection.other_event": Localized(
        ja="{count} 件: 同じ端末番号の別の記録です。記録のファイルを別の端末へコピーして使うと、こうなります。"
        "コピーした側では、新しい QUIZDECK_HOME で始めて log merge してください。",
        en="{count}: another log with the same device number. This happens when the file was copied "
        "to a second machine; there, start with a fresh QUIZDECK_HOME and merge into it.",
    ),
    "log.objection.target_missing": Localized(
        ja="{count} 件: 対象の記録がありません。元の端末の分も一緒に取り込んでください。",
        en="{count}: what they speak of is missing. Merge the other device's events as well.",
    ),
    "log.objection.unreadable": Localized(
        ja="{count} 件: 記録として読めません。", en="{count}: cannot be read as events."
    ),
    "log.quarantined": Localized(
        ja="取り込めなかった分は {path} に残してあります。",
        en="What was not taken over is kept at {path}.",
    ),
    "log.repaired": Localized(
        ja="スケジュールを記録から作り直しました。",
        en="The schedule was computed anew from the log.",
    ),
    "log.restored": Localized(ja="{path} に戻しました。", en="Went back to {path}."),
    "log.unreadable": Localized(
        ja="{path} を読めません: {reason}", en="Cannot read {path}: {reason}"
    ),
    "record.in_use": Localized(
        ja="{path} は別の quizdeck が使っています。閉じてからもう一度実行してください。",
        en="Another quizdeck is using {path}. Close it and try again.",
    ),
    "record.missing": Localized(
        ja="{path} というファイルはありません。", en="There is no file {path}."
    ),
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
