// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power.h"
#include "solvers/base/port_words.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

bool share_a_protocol(const ProtocolWish& a, const ProtocolWish& b) {
    return a.protocols.empty() || b.protocols.empty() ||
           std::any_of(a.protocols.begin(), a.protocols.end(), [&](std::uint8_t one) {
               return std::find(b.protocols.begin(), b.protocols.end(), one) != b.protocols.end();
           });
}
bool share_a_port(const ProtocolWish& a, const ProtocolWish& b) {
    return a.ports.empty() || b.ports.empty() || std::any_of(a.ports.begin(), a.ports.end(), [&](const PortRange& one) {
               return std::any_of(b.ports.begin(), b.ports.end(), [&](const PortRange& other) {
                   return one.first <= other.last && other.first <= one.last;
               });
           });
}
bool share_a_line(const Nat& a, const Nat& b) {
    return a.equipment == b.equipment && (!a.handoff || !b.handoff || a.handoff == b.handoff);
}

} // namespace

// What the outside asks at one address, protocol and port is for one host.
constexpr Rule doubled_publication{
    .id = "Z-23",
    .group = RuleGroup::security,
    .words = {"other", "address"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            std::map<IpAddress, std::vector<std::pair<const Nat*, ProtocolWish>>> at;
            for (const Nat& row : facts.table<Nat>())
                if (row.kind == NatKind::service && row.outside) {
                    ++findings.examined;
                    if (ProtocolWish wish = protocol_wish(row.protocol, row.ports); wish.known)
                        at[*row.outside].emplace_back(&row, std::move(wish));
                }
            for (const auto& [address, rows] : at)
                for (std::size_t i = 0; i < rows.size(); ++i)
                    for (std::size_t j = i + 1; j < rows.size(); ++j)
                        if (share_a_line(*rows[i].first, *rows[j].first) &&
                            share_a_protocol(rows[i].second, rows[j].second) &&
                            share_a_port(rows[i].second, rows[j].second))
                            findings.add({.subjects = {rows[j].first->id, rows[i].first->id},
                                          .limit = {},
                                          .actual = {},
                                          .words = {{"other", AnyId(rows[i].first->id)},
                                                    {"address", same_text(to_string(address))}}});
            if (findings.examined == 0)
                findings.not_applicable = {"没有发布业务的地址转换", "no translation publishes a service"};
        },
};

} // namespace riser
