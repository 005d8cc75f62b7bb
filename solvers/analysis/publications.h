// SPDX-License-Identifier: GPL-3.0-or-later
// Services that the outside is to ask (Service::published): at which handoffs, from which zone they are entered,
// whether they may be, and which translations there are for each. What may not be published is never planned and
// crosses no boundary. State secrets never touch a public network (计算机信息系统国际联网保密管理规定 Art. 6); the
// other bars are engineering defaults.
#pragma once

#include "model/logical.h"
#include "model/power.h"
#include "solvers/base/facts.h"
#include "solvers/base/port_words.h"

namespace riser {

enum class PublishingBar {
    none,
    nowhere,    // no such handoff, or it enters no zone; the service stands in none
    secret,     // a side is of a secret plane or graded as a secret
    planes,     // the handoff is another network's
    management, // the service stands in a management zone
    not_hosts,  // … in a zone that is for no hosts: desks, guests, or the edge itself
    apart,      // the intent keeps its zone apart from the handoff's
};
Text label_of(PublishingBar bar);

// The zone that a handoff enters: as stated, else the first edge of its plane by code.
const Zone* zone_entered_by(FactInput& input, const ProviderHandoff& handoff);
PublishingBar publishing_bar(FactInput& input, const Service& service, ProviderHandoffId handoff);

// What a service is asked by: a protocol and its ports.
struct AskedPorts {
    std::uint8_t protocol = 0;
    PortRange ports;
    bool operator==(const AskedPorts&) const = default;
};
std::string to_string(const AskedPorts& asked); // "tcp/443"
// Of Service::ports, as written; of words that nobody knows, and where none are written, nothing.
std::vector<AskedPorts> asked_ports(const Service& service);
// Whether the service is asked by every port that the row hands on; where it states none, by any.
bool is_of_ports(const Nat& row, const Service& service);
// The first that none of the rows hands on to it.
std::optional<AskedPorts> not_handed_on(const Service& service, std::span<const Nat* const> rows);

struct Publications {
    struct Of {
        ServiceId service;
        ProviderHandoffId handoff;
        PublishingBar bar = PublishingBar::none;
        std::vector<NatId> rows; // that translate to it there
        bool operator==(const Of&) const = default;
    };
    std::vector<Of> list; // by service, then handoff
    bool operator==(const Publications&) const = default;
    // O(published services x translations).
    static Publications compute(FactInput& input);
};

} // namespace riser
