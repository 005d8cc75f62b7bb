// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that are selected, in the order in which they were; and the one that the pointer is over.
#pragma once

#include "model/kinds.h"

#include <QObject>

#include <vector>

namespace riser {

class Selection : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;
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
    std::vector<AnyId> ids_;
    AnyId hovered_;
};

} // namespace riser
