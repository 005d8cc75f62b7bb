// SPDX-License-Identifier: GPL-3.0-or-later
// Planning steps in the background on a snapshot; the result stands as a ghost (a design beside the open one, after
// each of its steps) with its figures and reasons until a person applies it, whole or up to a step, or drops it. What
// is seen of a ghost is worked out in the background too. Applying a ghost whose basis an edit has changed says so. A
// run that is stopped leaves nothing, nor does one for a design that another has replaced.
#pragma once

#include "designer/session/background.h"
#include "designer/session/document.h"
#include "exporters/tables/cost.h"
#include "solvers/planning/steps.h"

namespace riser {

struct FloorCounts {
    FloorId floor; // 0: rows of no floor
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t removed = 0;
    bool operator==(const FloorCounts&) const = default;
};
// In the order of the floors, rows of no floor last; floors where nothing changes are left out.
std::vector<FloorCounts> counts_by_floor(const Facts& before, const Facts& after);

struct Ghost {
    struct Stage {
        StepReport report;
        Facts facts;                     // of the design after this step
        ChangeSet changes;               // all steps up to this one
        std::vector<FloorCounts> floors; // what all steps up to this one do
        std::vector<FloorCounts> own;    // what this one does
        Cost cost;                       // of the design after this step
    };
    Facts before;
    Cost cost;                 // of the design before
    std::vector<Stage> stages; // at least one
};

class Planner : public QObject {
    Q_OBJECT
  public:
    Planner(Document& document, QObject* parent);

    void start(std::vector<std::string> steps);
    // Which of the telecom rooms that the drawing names the next plan takes.
    DistributorChoice rooms() const { return rooms_; }
    void set_rooms(DistributorChoice rooms);
    void stop() { background_.stop(); }
    // With no number all steps, else the first so many. stale: something the plan was made from has changed since.
    Result<void> apply(std::optional<std::size_t> first = std::nullopt);
    void drop();

    const Background& background() const { return background_; }
    bool has_ghost() const { return ghost_ != nullptr; }
    bool is_stale() const { return has_ghost() && version_ != document_.version(); }
    const Design& ghost() const { return ghost_->stages.back().facts.design(); }
    // Null when there is none. Shared, so that who paints it may keep it.
    std::shared_ptr<const Ghost> whole_ghost() const { return ghost_; }
    // What the ghost changes.
    const ChangeSet& changes() const { return ghost_->stages.back().changes; }
    // Of the ghost; empty when there is none.
    std::vector<StepReport> reports() const;
    const std::vector<std::string>& steps() const { return steps_; }
    const std::optional<Error>& failure() const { return failure_; }

  signals:
    void changed();

  private:
    Document& document_;
    Background background_;
    std::shared_ptr<const Ghost> ghost_;
    std::vector<std::string> steps_;
    DistributorChoice rooms_ = SpaceOptions().choice;
    std::optional<Error> failure_;
    std::uint64_t version_ = 0;
};

} // namespace riser
