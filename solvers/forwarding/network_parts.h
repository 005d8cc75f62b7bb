// SPDX-License-Identifier: GPL-3.0-or-later
// The steps by which derive_network makes a Network, each from the one before: which ports carry anything, frames,
// segments, gateways with their tables.
#pragma once

#include "solvers/forwarding/network.h"

#include <unordered_map>

namespace riser {

struct LiveLink {
    const Port* a = nullptr;
    const Port* b = nullptr;
};
struct LiveJack {
    JackId jack;
    const Port* port = nullptr;
};
struct LiveHandoff {
    const ProviderHandoff* handoff = nullptr;
    const Port* port = nullptr;
};

// Ports that stand, are in no failed or secret device and, in a LAG, are enough; what is joined to them likewise.
struct LivePorts {
    std::vector<LiveLink> links;
    std::vector<LiveJack> jacks;
    std::vector<LiveHandoff> handoffs;
    std::vector<const Port*> joined; // with any of those, by id
};
LivePorts live_ports(const NetworkRows& rows, std::span<const AnyId> failed);
bool is_secret(const Design& design, std::optional<PlaneId> plane);

// Which number a VLAN's row stands for; nothing for rows of secret planes, without number, or that are not there.
class VlanNumbers {
  public:
    explicit VlanNumbers(const Design& design);
    std::optional<std::uint16_t> of(const std::optional<VlanId>& vlan) const;

  private:
    std::unordered_map<VlanId, std::uint16_t> numbers_;
};

void add_boxes(const NetworkRows& rows, const VlanNumbers& numbers, std::span<const AnyId> failed, Network& net);
void add_frames(const NetworkRows& rows, const VlanNumbers& numbers, const LivePorts& live, Network& net,
                FrameWays* ways);
void add_gateways(const NetworkRows& rows, const VlanNumbers& numbers, Network& net); // before segments
void add_segments(Network& net);
void add_tables(const NetworkRows& rows, Network& net);

} // namespace riser
