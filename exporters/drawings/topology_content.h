// SPDX-License-Identifier: GPL-3.0-or-later
// What the logical topology shows, before it is laid out: boxes within boxes (networks, regions, zones, devices by
// tier) and the lines between them (links, policies, pairs that must stay apart). A secret network shows as a
// reservation and nothing of it, until it is opened; so does a zone graded as secret on any other network.
#pragma once

#include "exporters/drawings/symbols.h"
#include "exporters/drawings/topology.h"
#include "model/design.h"
#include "solvers/base/facts.h"

namespace riser {

struct TopologyBox {
    enum class What { plane, region, zone, heading, devices, handoff, control } what = What::devices;
    AnyId shows = {};                       // of collapsed devices, the first of them
    std::optional<std::size_t> parent = {}; // comes before it
    int layer = 0;
    Text title = {};
    Text detail = {};
    Symbol symbol{};
    std::vector<EquipmentId> devices = {}; // one, or those that one box stands for
    std::vector<AnyId> opens = {};         // see topology.h
    Status status = Status::planned;
    // Of a plane, a zone and its heading.
    Colour colour = {};
    Grading grading = Grading::none;
    bool withheld = false;
    std::vector<VlanId> vlans = {};
    std::vector<ServiceId> services = {};
};

struct TopologyLine {
    enum class What { link, policy, apart } what = What::link;
    AnyId shows = {}; // the LAG, else a cable; the policy; the pair
    std::size_t a = 0;
    std::size_t b = 0;
    std::string label = {};       // "2 x 10G", "P1"
    std::vector<AnyId> rows = {}; // all LAGs and cables that a link stands for
    bool denies = false;
    bool joins_planes = false;
};

struct TopologyPolicy {
    PolicyId id;
    std::string number; // "P1"
    Text between;       // the zone from which, the zone to which
    Text terms;         // what for, controls, by whom
};

struct TopologyContent {
    std::vector<TopologyBox> boxes;
    std::vector<TopologyLine> lines;
    std::vector<TopologyPolicy> policies;
};

// `opened`: networks whose content is asked for though secret; devices, stacks and zones whose devices are drawn one by
// one; floors that an overview draws by themselves.
TopologyContent topology_content(const Facts& facts, const std::vector<AnyId>& opened, int planes_in_row = 2,
                                 TopologyDetail detail = TopologyDetail::floors);

// "10G", "2.5G", "100M".
std::string rate_name(BitRate rate);

} // namespace riser
