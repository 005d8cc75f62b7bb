// SPDX-License-Identifier: GPL-3.0-or-later
// When points still come to a service, as monotone functions of a FailureModel's elements: what ReachState asks of one
// state, of all states at once. Ways between tables that several groups share are made once for each target.
#pragma once

#include "solvers/failure/reach_network.h"
#include "solvers/graph/resilience/reach_form.h"

namespace riser {

class ReachForms {
  public:
    // All must outlive this.
    ReachForms(MonotoneForms& forms, const FailureModel& model, const ReachNetwork& network);

    // From the group's place; what its jacks need themselves is apart. O(places of its segment + tables) forms.
    Form of(const ReachNetwork::Group& group, std::uint32_t target);
    Form need(NeedIndex index) const { return needs_[at(index)]; }

  private:
    struct Segment { // its places and links, numbered anew
        LinkNetwork network;
        std::vector<Form> nodes, links;
    };
    const Segment& segment(std::uint32_t index);
    Form between(NetNode from, NetNode to);
    Form within(NetNode from, std::vector<ReachExit> exits);
    const std::vector<Form>& tables(std::uint32_t target);

    MonotoneForms& forms_;
    const FailureModel& model_;
    const ReachNetwork& net_;
    std::vector<Form> needs_;
    std::vector<std::uint32_t> number_;              // of a place, in its segment
    std::vector<std::vector<std::uint32_t>> places_; // by segment
    std::vector<std::vector<std::uint32_t>> links_;  // by segment
    std::map<std::uint32_t, Segment> segments_;
    std::map<std::pair<NetNode, NetNode>, Form> between_;
    std::map<std::uint32_t, std::vector<Form>> tables_; // by target: from each table
};

} // namespace riser
