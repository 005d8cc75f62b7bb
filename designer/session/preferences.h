// SPDX-License-Identifier: GPL-3.0-or-later
// What a person wants of the program, not of a design: language, theme, author, snapping, designs opened last. Kept in
// a settings file once load() has named one; before that (tests, pictures) it lives in memory and touches no disk.
#pragma once

#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QUrl>
#include <QVariantList>

#include <filesystem>
#include <memory>

namespace riser {

class Preferences : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString author READ author WRITE set_author NOTIFY changed)
    Q_PROPERTY(bool snaps READ snaps WRITE set_snaps NOTIFY changed)
    Q_PROPERTY(QVariantList recents READ recents NOTIFY changed) // {name, folder, url, there}, the latest first
  public:
    explicit Preferences(QObject* parent = nullptr) : QObject(parent) {}

    // The settings of the person who runs the program, or an .ini file.
    void load(const QString& ini_file = {});

    QString language() const { return language_; } // "zh", "en"; empty: as the system
    void set_language(const QString& language);
    bool dark() const { return dark_; }
    void set_dark(bool dark);
    QString author() const { return author_; }
    void set_author(const QString& author);
    bool snaps() const { return snaps_; }
    void set_snaps(bool snaps);
    QVariantList recents() const;
    const QStringList& recent_paths() const { return recents_; }
    void add_recent(const std::filesystem::path& path);
    Q_INVOKABLE void forgetRecent(const QUrl& url);

  signals:
    void changed();

  private:
    void keep(const QString& key, const QVariant& value);
    std::unique_ptr<QSettings> store_;
    QString language_;
    bool dark_ = false;
    QString author_;
    bool snaps_ = true;
    QStringList recents_;
};

} // namespace riser
