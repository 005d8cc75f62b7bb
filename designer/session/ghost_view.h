// SPDX-License-Identifier: GPL-3.0-or-later
// How a person looks at a plan that is not applied: up to which step, that step alone or with those before it; its
// figures, reasons and counts a floor as QML lists; where the subject of a reason stands.
#pragma once

#include "designer/session/planner.h"

#include <QVariantList>

namespace riser {

class GhostView : public QObject {
    Q_OBJECT
    Q_PROPERTY(int stage READ stage WRITE set_stage NOTIFY changed) // the last step that is shown; -1: no ghost
    Q_PROPERTY(bool alone READ alone WRITE set_alone NOTIFY changed)
    Q_PROPERTY(bool running READ running NOTIFY changed)
    Q_PROPERTY(QString step READ step NOTIFY changed) // that runs
    Q_PROPERTY(QVariantList steps READ steps NOTIFY changed)
    Q_PROPERTY(QVariantList known READ known NOTIFY changed) // every step there is: key, name
    Q_PROPERTY(QString cost READ cost NOTIFY changed)        // of what is shown, and in all
    Q_PROPERTY(QVariantList floors READ floors NOTIFY changed)
    Q_PROPERTY(QVariantList reasons READ reasons NOTIFY changed) // of the step shown
  public:
    GhostView(Document& document, Planner& planner, QObject* parent);

    int stage() const { return ghost_ ? static_cast<int>(stage_) : -1; }
    void set_stage(int stage);
    bool alone() const { return alone_; }
    void set_alone(bool alone);
    bool running() const { return planner_.background().is_running(); }
    QString step() const;
    QVariantList steps() const;
    QVariantList known() const;
    QString cost() const;
    QVariantList floors() const;
    QVariantList reasons() const;
    void set_language(Language language);

    // What is shown: the change from `before` to `after`; null when there is no ghost.
    std::shared_ptr<const Ghost> ghost() const { return ghost_; }
    const Facts& before() const;
    const Facts& after() const { return ghost_->stages[stage_].facts; }
    bool is_stale() const { return planner_.is_stale(); }
    // The design in which the row stands: the open one, the planned one, else that before; null: in none.
    const Design* home_of(AnyId id) const;

  signals:
    void changed();

  private:
    Document& document_;
    Planner& planner_;
    std::shared_ptr<const Ghost> ghost_;
    std::size_t stage_ = 0;
    bool alone_ = false;
    Language language_ = Language::zh;
};

} // namespace riser
