// SPDX-License-Identifier: GPL-3.0-or-later
// Writing the document set from the window: in the background on a snapshot, with progress and a stop, and where it
// lies afterwards.
#pragma once

#include "designer/session/background.h"
#include "designer/session/checker.h"
#include "designer/session/document.h"
#include "exporters/drawing_format.h"

#include <QUrl>
#include <QVariantList>

namespace riser {

class PackageExporter : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(double share READ share NOTIFY changed)
    Q_PROPERTY(QString step READ step NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QVariantList groups READ groups NOTIFY choicesChanged)   // {key, name}
    Q_PROPERTY(QVariantList formats READ formats NOTIFY choicesChanged) // of drawings: {key, name}; the usual one first
    Q_PROPERTY(QVariantList profiles READ profiles NOTIFY choicesChanged) // {key, name}
    Q_PROPERTY(QVariantList secretPlanes READ secret_planes NOTIFY choicesChanged)
    Q_PROPERTY(QVariantList files READ files NOTIFY changed) // written: {name, title, kib, url}
    Q_PROPERTY(QUrl folder READ folder NOTIFY changed)       // where they lie; empty: nothing written yet
    Q_PROPERTY(bool stale READ is_stale NOTIFY changed)      // the design has changed since
    Q_PROPERTY(QUrl suggestedFolder READ suggested_folder NOTIFY choicesChanged)
  public:
    PackageExporter(Document& document, Checker& checker, QObject* parent);

    // groups, planes and formats by key; profile as parse_profile; language "zh" or "en". No formats: the usual one.
    Q_INVOKABLE void start(const QUrl& folder, const QStringList& groups, const QString& language,
                           const QString& profile, const QStringList& planes = {}, const QStringList& formats = {});
    Q_INVOKABLE void stop() { background_.stop(); }

    // What drawings may be written as, the usual one first; SVG alone unless said.
    void offer(std::vector<DrawingFormat> formats);
    void set_language(Language language);
    bool busy() const { return background_.is_running(); }
    double share() const { return background_.share(); }
    QString step() const;
    QString problem() const;
    QVariantList groups() const;
    QVariantList formats() const;
    QVariantList profiles() const;
    QVariantList secret_planes() const;
    QVariantList files() const;
    QUrl folder() const { return folder_; }
    bool is_stale() const { return !folder_.isEmpty() && version_ != document_.version(); }
    // NAME-documents beside the design.
    QUrl suggested_folder() const;

  signals:
    void changed();
    void choicesChanged();

  private:
    struct File {
        std::string name;
        Text title;
        std::uintmax_t bytes = 0;
    };
    Document& document_;
    Checker& checker_;
    Background background_;
    std::vector<DrawingFormat> formats_{svg_format()};
    Language language_ = Language::zh;
    QUrl folder_;
    std::vector<File> files_;
    std::uint64_t version_ = 0;
    std::optional<Error> failure_;
};

} // namespace riser
