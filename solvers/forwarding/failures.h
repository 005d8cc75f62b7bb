// SPDX-License-Identifier: GPL-3.0-or-later
// What still comes where after something failed. What fails only takes away: links, places, gateways. A flood that sent
// no frames where something was taken and took none in at a device whose gateways changed comes out as it did, so that
// of many failures only the floods are made again that each touches.
#pragma once

#include "solvers/forwarding/reachability.h"

namespace riser {

// Where a network differs from the whole one that it was derived from, in the indices of the whole.
struct NetworkLoss {
    std::vector<bool> segments; // a place, link or station there is gone
    std::vector<bool> boxes;    // a gateway is no longer up, or a side of an isolation gateway gone
};
// O(places + links).
NetworkLoss loss_of(const Network& whole, const Network& left);
bool touches(const NetworkLoss& loss, const Network& whole, const Flood& flood);

// Forwarding devices and the cables between them, each alone; by id. What a plane's single failures may be.
std::vector<AnyId> single_failures(const NetworkRows& rows);

struct ReachQuestion {
    AnyId from;
    AnyId to;
    auto operator<=>(const ReachQuestion&) const = default;
};

class FailureSweep {
  public:
    // The rows and filters must outlive this. One flood a source.
    FailureSweep(const NetworkRows& rows, FilterSets& kept, std::vector<ReachQuestion> questions,
                 const ReachOptions& options = {});

    // By question, what comes when nothing failed, and when these did.
    const std::vector<Bdd>& before() const { return before_; }
    std::vector<Bdd> after(std::span<const AnyId> failed);
    std::size_t floods() const { return made_; } // made so far

  private:
    const NetworkRows& rows_;
    FilterSets& kept_;
    ReachOptions options_;
    std::vector<ReachQuestion> questions_; // as asked
    Network whole_;
    std::vector<std::pair<AnyId, Flood>> whole_floods_; // by source
    std::vector<Bdd> before_;
    std::size_t made_ = 0;
};

} // namespace riser
