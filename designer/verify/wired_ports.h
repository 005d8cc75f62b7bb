// SPDX-License-Identifier: GPL-3.0-or-later
// What each port says and where its frames go, read once: a network without this or that device or cable is then put
// together from the ports that are left, without asking the rows again.
#pragma once

#include "designer/verify/network.h"

namespace riser::verify {

bool is_secret(const Design& design, std::optional<PlaneId> plane);
// Of a VLAN that no secret plane has.
std::optional<std::uint16_t> open_number(const Design& design, std::optional<VlanId> id);

// What a port takes and sends: the VLAN of untagged frames, and those by number.
struct PortVlans {
    std::optional<std::pair<std::uint16_t, VlanId>> untagged;
    std::map<std::uint16_t, VlanId> tagged;
};

class WiredPorts {
  public:
    // Of devices and stacks that are known already. O(ports x VLANs + links). All must outlive this.
    WiredPorts(const Design& design, const Wiring& wiring, const PlainNetwork& devices);

    // Adds places and where they lead, what is heard, jacks and providers, without what failed. O(ports + links).
    void put_into(PlainNetwork& net, AnyId failed) const;

  private:
    struct ReadPort {
        const Port* row = nullptr;
        bool stands = false;
        bool forwards = false;
        PortVlans vlans;
        std::vector<std::pair<std::size_t, VlanId>> places; // by index in keys_
    };
    struct ReadLink {
        std::size_t a = 0, b = 0; // by index in ports_
        const std::vector<CableId>* cables = nullptr;
        std::vector<std::pair<std::size_t, std::size_t>> onward; // by index in keys_
        std::vector<std::tuple<EquipmentId, std::size_t, VlanId>> heard;
    };
    struct ReadJack {
        JackId id;
        std::size_t port = 0;
        std::set<VlanId> heard;
    };
    struct ReadHandoff {
        const ProviderHandoff* row = nullptr;
        std::size_t port = 0;
    };
    struct Living {
        std::vector<bool> up, joined; // by port; joined: something is at the other end, too
        std::vector<const ReadLink*> links;
    };

    void read_ports(const Design& design);
    void read_links(const Design& design, const Wiring& wiring);
    void read_ends(const Design& design, const Wiring& wiring);
    std::optional<std::size_t> index_of(PortId id) const;
    std::optional<std::size_t> place_of(const ReadPort& port,
                                        const std::optional<std::pair<std::uint16_t, VlanId>>& vlan);
    void lead(ReadLink& link, const ReadPort& from, const ReadPort& to);
    void hear(ReadLink& link, const ReadPort& from, const ReadPort& to);

    Living living(AnyId failed) const;
    bool take_down_short_lags(Living& now) const;
    void settle(PlainNetwork& net, const Living& now, std::vector<NetPlaceOf*>& places) const;

    const Design& design_;
    const PlainNetwork& devices_;
    std::vector<ReadPort> ports_; // by id
    std::map<NetPlaceKey, std::size_t> known_;
    std::vector<NetPlaceKey> keys_;
    std::vector<ReadLink> links_;
    std::vector<ReadJack> jacks_;
    std::vector<ReadHandoff> handoffs_;
};

} // namespace riser::verify
