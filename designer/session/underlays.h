// SPDX-License-Identifier: GPL-3.0-or-later
// What lies under the plan of the floor that is shown: read and made ready in the background, kept while that floor is
// shown; and laying a new picture or drawing under it, as one step of the history. Of other floors nothing is kept, for
// a scan takes some 100 MB.
#pragma once

#include "designer/session/background.h"
#include "designer/session/document.h"
#include "exporters/drawings/underlay.h"

#include <QUrl>

#include <set>

namespace riser {

class Underlays : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString step READ step NOTIFY changed)
  public:
    // Makes what painting needs, on the background's thread.
    using Prepare = std::function<void(const UnderlayContent&)>;
    Underlays(Document& document, QObject* parent);

    void set_prepare(Prepare prepare) { prepare_ = std::move(prepare); }
    void set_floor(FloorId floor);
    void set_language(Language language);
    // For the plan: nothing while it is being read.
    UnderlayFound found(const Underlay& underlay) const;

    // PNG, JPEG or DXF onto the floor that is shown. A picture is laid to the scale of its dots at 1:100, else as wide
    // as what is drawn there; a drawing by its unit. Its lower left corner comes to that of what is drawn.
    Q_INVOKABLE void place(const QUrl& file);
    Q_INVOKABLE void stop() { background_.stop(); }
    bool busy() const { return background_.is_running(); }
    QString step() const;

  signals:
    void changed();
    void loaded(); // what is to be painted has come or gone
    void placed(const QString& id);
    void said(const riser::Text& message);
    void refused(const riser::Error& error);

  private:
    void follow();

    Document& document_;
    Background background_;
    Language language_ = Language::zh;
    Prepare prepare_;
    FloorId floor_;
    std::map<std::string, UnderlayFound> known_; // by content_key
    std::set<std::string> reading_;
    bool placing_ = false;
};

} // namespace riser
