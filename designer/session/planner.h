// SPDX-License-Identifier: GPL-3.0-or-later
// Planning steps in the background on a snapshot; the result stands as a ghost (a design beside the open one) with its
// figures and reasons until a person applies or drops it. Applying a ghost whose basis an edit has changed says so.
#pragma once

#include "designer/session/background.h"
#include "designer/session/document.h"
#include "solvers/planning/steps.h"

namespace riser {

class Planner : public QObject {
    Q_OBJECT
  public:
    Planner(Document& document, QObject* parent) : QObject(parent), document_(document) {}

    void start(std::vector<std::string> steps);
    void stop() { background_.stop(); }
    // stale: something the plan was made from has changed since.
    Result<void> apply();
    void drop();

    const Background& background() const { return background_; }
    bool has_ghost() const { return ghost_ != nullptr; }
    bool is_stale() const { return has_ghost() && version_ != document_.version(); }
    const Design& ghost() const { return ghost_->after; }
    // What the ghost changes.
    ChangeSet changes() const { return changes_between(ghost_->before, ghost_->after); }
    const std::vector<StepReport>& reports() const { return reports_; }
    const std::vector<std::string>& steps() const { return steps_; }
    const std::optional<Error>& failure() const { return failure_; }

  signals:
    void changed();

  private:
    struct Ghost {
        Design before;
        Design after;
    };
    Document& document_;
    Background background_;
    std::unique_ptr<Ghost> ghost_;
    std::vector<StepReport> reports_;
    std::vector<std::string> steps_;
    std::optional<Error> failure_;
    std::uint64_t version_ = 0;
};

} // namespace riser
