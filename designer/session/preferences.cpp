// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/preferences.h"

#include <QFileInfo>

namespace riser {

namespace {

constexpr qsizetype most_recents = 10;

} // namespace

void Preferences::load(const QString& ini_file) {
    store_ = ini_file.isEmpty() ? std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                                              QStringLiteral("riser"), QStringLiteral("riser-designer"))
                                : std::make_unique<QSettings>(ini_file, QSettings::IniFormat);
    language_ = store_->value(QStringLiteral("language")).toString();
    dark_ = store_->value(QStringLiteral("dark"), false).toBool();
    author_ = store_->value(QStringLiteral("author")).toString();
    snaps_ = store_->value(QStringLiteral("snaps"), true).toBool();
    recents_ = store_->value(QStringLiteral("recents")).toStringList().mid(0, most_recents);
    emit changed();
}

void Preferences::keep(const QString& key, const QVariant& value) {
    if (store_) {
        store_->setValue(key, value);
        store_->sync(); // a crash later must not lose it
    }
    emit changed();
}

void Preferences::set_language(const QString& language) {
    if (language == language_)
        return;
    language_ = language;
    keep(QStringLiteral("language"), language);
}

void Preferences::set_dark(bool dark) {
    if (dark == dark_)
        return;
    dark_ = dark;
    keep(QStringLiteral("dark"), dark);
}

void Preferences::set_author(const QString& author) {
    if (author == author_)
        return;
    author_ = author;
    keep(QStringLiteral("author"), author);
}

void Preferences::set_snaps(bool snaps) {
    if (snaps == snaps_)
        return;
    snaps_ = snaps;
    keep(QStringLiteral("snaps"), snaps);
}

QVariantList Preferences::recents() const {
    QVariantList out;
    for (const QString& path : recents_) {
        const QFileInfo file(path);
        out << QVariantMap{{QStringLiteral("name"), file.fileName()},
                           {QStringLiteral("folder"), file.absolutePath()},
                           {QStringLiteral("url"), QUrl::fromLocalFile(path)},
                           {QStringLiteral("there"), file.exists()}};
    }
    return out;
}

void Preferences::add_recent(const std::filesystem::path& path) {
    const QString name = QFileInfo(QString::fromStdString(path.string())).absoluteFilePath();
    recents_.removeAll(name);
    recents_.prepend(name);
    recents_ = recents_.mid(0, most_recents);
    keep(QStringLiteral("recents"), recents_);
}

void Preferences::forgetRecent(const QUrl& url) {
    if (recents_.removeAll(url.toLocalFile()) > 0)
        keep(QStringLiteral("recents"), recents_);
}

} // namespace riser
