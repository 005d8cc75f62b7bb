// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that are selected, in the order in which they were; and the one that the pointer is over. What a gesture
// began on may be gone when it ends (a key, an undo meanwhile), so that only rows that are there are taken.
#pragma once

#include "model/kinds.h"

#include <QObject>

#include <functional>
#include <vector>

namespace riser {

class Selection : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;
    // From now on only rows for which it holds are selected; without it all are.
    void admit(std::function<bool(AnyId)> exists) { exists_ = std::move(exists); }
    const std::vector<AnyId>& ids() const { return ids_; }
    bool holds(AnyId id) const;
    bool empty() const { return ids_.empty(); }
    void set(std::vector<AnyId> ids);
    void toggle(AnyId id);
    void add(const std::vector<AnyId>& ids);
    void clear() { set({}); }
    AnyId hovered() const { return hovered_; }
    void hover(AnyId id);

  signals:
    void changed();
    void hover_changed();

  private:
    std::function<bool(AnyId)> exists_;
    std::vector<AnyId> ids_;
    AnyId hovered_;
};

} // namespace riser
