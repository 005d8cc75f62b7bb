// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/capacity/load_pusher.h"

#include "solvers/analysis/device_links.h"
#include "solvers/analysis/patched_jacks.h"
#include "solvers/forwarding/way_out.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace riser::test {

LoadPusher::LoadPusher(const Design& design) : design_(design) {
    const Facts facts(design);
    const auto stands = [&](PortId id) {
        const Port* port = design_.find(id);
        const Equipment* device = port ? design_.find(port->equipment) : nullptr;
        return device && device->status != Status::remove && port->status != Status::remove;
    };
    for (const PatchedJack& jack : facts.get<PatchedJacks>().jacks)
        if (stands(jack.port)) {
            jacks_[jack.jack] = jack.port;
            live_.insert(jack.port);
        }
    for (const DeviceLink& link : facts.get<DeviceLinks>().links)
        if (stands(link.a) && stands(link.b)) {
            joined_.emplace(link.a, link.b);
            live_.insert({link.a, link.b});
        }
    for (const ProviderHandoff& handoff : design_.provider_handoffs)
        if (handoff.port && stands(*handoff.port))
            live_.insert(*handoff.port);
    find_bridges();
    find_links();
    for (const SpanningTree& row : design_.spanning_trees)
        one_tree_ |= row.mode == SpanningTreeMode::rstp;
}

void LoadPusher::find_bridges() {
    for (const Equipment& device : design_.equipment) {
        const EquipmentRole role = design_.find(device.type)->role;
        if (role != EquipmentRole::server)
            bridge_[device.id] = device.id;
    }
    for (const Lag& lag : design_.lags)
        for (const EquipmentId one : lag.across)
            for (const EquipmentId other : lag.across)
                if (bridge_.contains(one) && bridge_.contains(other)) {
                    const EquipmentId low = std::min(bridge_[one], bridge_[other]),
                                      high = std::max(bridge_[one], bridge_[other]);
                    for (auto& [device, bridge] : bridge_)
                        if (bridge == high)
                            bridge = low;
                }
}

void LoadPusher::find_links() {
    std::vector<std::pair<Logical, std::set<LagId>>> found;
    for (const auto& [a, b] : joined_) {
        const Port &pa = *design_.find(a), &pb = *design_.find(b);
        if (!bridge_.contains(pa.equipment) || !bridge_.contains(pb.equipment)) {
            if (bridge_.contains(pa.equipment))
                host_ports_[b] = a;
            else if (bridge_.contains(pb.equipment))
                host_ports_[a] = b;
            continue;
        }
        Strand strand{a, b, pa.equipment, pb.equipment};
        EquipmentId x = bridge_[pa.equipment], y = bridge_[pb.equipment];
        if (x == y)
            continue;
        if (y < x) {
            std::swap(x, y);
            strand = {b, a, pb.equipment, pa.equipment};
        }
        const double cost = pa.rate.value > 0 && pb.rate.value > 0
                                ? static_cast<double>(20'000'000'000'000 / std::min(pa.rate, pb.rate).value)
                                : 200e6;
        std::set<LagId> lags;
        for (const Port* port : {&pa, &pb})
            if (port->lag)
                lags.insert(*port->lag);
        Logical link{x, y, {strand}, cost};
        for (auto other = found.begin(); other != found.end();) {
            const bool same =
                other->first.x == x && other->first.y == y &&
                std::any_of(lags.begin(), lags.end(), [&](LagId lag) { return other->second.contains(lag); });
            if (!same) {
                ++other;
                continue;
            }
            link.strands.insert(link.strands.end(), other->first.strands.begin(), other->first.strands.end());
            link.cost = std::min(link.cost, other->first.cost);
            lags.insert(other->second.begin(), other->second.end());
            other = found.erase(other);
        }
        found.emplace_back(std::move(link), std::move(lags));
    }
    for (auto& [link, lags] : found)
        logical_.push_back(std::move(link));
}

// A LAG is known by its lowest port, joined or not.
PortId LoadPusher::known_as(PortId port) const {
    const std::optional<LagId> lag = design_.find(port)->lag;
    for (const Port& row : design_.ports)
        if (lag && row.lag == lag)
            return row.id;
    return port;
}

// Bridges tell their neighbours the best root that they know until nobody learns anything.
std::vector<bool> LoadPusher::tree(const std::vector<bool>& may) const {
    using Key = std::pair<std::int32_t, EquipmentId>;
    std::map<EquipmentId, Key> key;
    for (const auto& [device, bridge] : bridge_) {
        std::int32_t priority = INT32_MAX;
        for (const SpanningTree& row : design_.spanning_trees)
            if (row.equipment == device)
                priority = std::min(priority, row.priority);
        const auto [at, is_new] = key.try_emplace(bridge, Key{priority, bridge});
        at->second.first = std::min(at->second.first, priority);
    }
    for (auto& [bridge, own] : key)
        if (own.first == INT32_MAX)
            own.first = 32'768;
    struct Heard {
        Key root;
        double cost;
        Key from;
        PortId port;
        bool operator<(const Heard& o) const {
            return std::tie(root, cost, from, port) < std::tie(o.root, o.cost, o.from, o.port);
        }
    };
    std::map<EquipmentId, Heard> best;
    std::map<EquipmentId, std::size_t> by;
    for (const auto& [bridge, own] : key)
        best[bridge] = {own, 0, own, PortId{}};
    for (bool again = true; again;) {
        again = false;
        for (std::size_t l = 0; l < logical_.size(); ++l) {
            if (!may[l])
                continue;
            const Logical& link = logical_[l];
            const PortId px = known_as(link.strands.front().x), py = known_as(link.strands.front().y);
            for (const bool down : {true, false}) {
                const EquipmentId from = down ? link.x : link.y, to = down ? link.y : link.x;
                const Heard said{best.at(from).root, best.at(from).cost + link.cost, key.at(from), down ? px : py};
                if (said < best.at(to) && said.root < key.at(to)) {
                    best[to] = said;
                    by[to] = l;
                    again = true;
                }
            }
        }
    }
    std::vector<bool> out(logical_.size(), false);
    for (const auto& [bridge, link] : by)
        out[link] = true;
    return out;
}

bool LoadPusher::carries(PortId id, VlanId vlan) const {
    const Port& port = *design_.find(id);
    if (port.mode == PortMode::access)
        return port.access_vlan == vlan;
    return port.mode == PortMode::trunk &&
           std::find(port.trunk_vlans.begin(), port.trunk_vlans.end(), vlan) != port.trunk_vlans.end();
}

bool LoadPusher::carried_by(const Logical& link, VlanId vlan) const {
    return std::any_of(link.strands.begin(), link.strands.end(),
                       [&](const Strand& s) { return carries(s.x, vlan) && carries(s.y, vlan); });
}

// A device with those of its bridge that links between them join in that VLAN.
std::set<EquipmentId> LoadPusher::cluster(EquipmentId device, VlanId vlan) const {
    std::set<EquipmentId> out{device};
    for (bool again = true; again;) {
        again = false;
        for (const auto& [a, b] : joined_) {
            const EquipmentId x = design_.find(a)->equipment, y = design_.find(b)->equipment;
            if (bridge_.contains(x) && bridge_.contains(y) && bridge_.at(x) == bridge_.at(y) && carries(a, vlan) &&
                carries(b, vlan) && out.contains(x) != out.contains(y)) {
                out.insert({x, y});
                again = true;
            }
        }
    }
    return out;
}

// Of a link between pairs whose devices no longer know of each other the first device of each goes on.
const LoadPusher::Strand* LoadPusher::first_strand(const Logical& link, VlanId vlan) const {
    const Strand* out = nullptr;
    for (const Strand& s : link.strands)
        if (carries(s.x, vlan) && carries(s.y, vlan) &&
            (!out || std::pair(s.at_x, s.at_y) < std::pair(out->at_x, out->at_y)))
            out = &s;
    return out;
}

// Links of the tree from device to device, each with the devices at which it may start and end.
std::vector<LoadPusher::Stage> LoadPusher::way(EquipmentId from, EquipmentId to, VlanId vlan) const {
    std::vector<bool> may(logical_.size(), true);
    if (!one_tree_)
        for (std::size_t l = 0; l < logical_.size(); ++l)
            may[l] = carried_by(logical_[l], vlan);
    const std::vector<bool> open = tree(may);
    std::vector<Stage> out;
    std::set<EquipmentId> seen;
    const std::function<bool(const std::set<EquipmentId>&)> go = [&](const std::set<EquipmentId>& here) {
        if (here.contains(to))
            return true;
        seen.insert(here.begin(), here.end());
        for (std::size_t l = 0; l < logical_.size(); ++l)
            if (const Strand* first = open[l] ? first_strand(logical_[l], vlan) : nullptr)
                for (const bool to_y : {true, false}) {
                    const EquipmentId start = to_y ? first->at_x : first->at_y, end = to_y ? first->at_y : first->at_x;
                    if (!here.contains(start) || seen.contains(end))
                        continue;
                    const std::set<EquipmentId> there = cluster(end, vlan);
                    out.push_back({l, to_y, here, there});
                    if (go(there))
                        return true;
                    out.pop_back();
                }
        return false;
    };
    if (!go(cluster(from, vlan)))
        out.assign(1, {SIZE_MAX, false, {}, {}});
    return out;
}

bool LoadPusher::has(EquipmentId device, VlanId vlan) const {
    return std::any_of(live_.begin(), live_.end(),
                       [&](PortId id) { return design_.find(id)->equipment == device && carries(id, vlan); });
}

bool LoadPusher::reaches(EquipmentId from, EquipmentId to, VlanId vlan) const {
    if (!has(from, vlan) || !has(to, vlan))
        return false;
    const auto over = way(from, to, vlan);
    return over.empty() || over.front().link != SIZE_MAX;
}

// What is at no device of `to` goes there over links between devices of the bridge.
void LoadPusher::beside(Where& where, const std::set<EquipmentId>& to, VlanId vlan) {
    Where out;
    for (const auto& [device, amount] : where) {
        if (to.contains(device)) {
            out[device] += amount;
            continue;
        }
        std::vector<std::pair<PortId, PortId>> peers;
        std::set<EquipmentId> others;
        for (const auto& [a, b] : joined_)
            for (const auto& [p, q] : {std::pair(a, b), std::pair(b, a)})
                if (design_.find(p)->equipment == device && to.contains(design_.find(q)->equipment) &&
                    bridge_.contains(design_.find(q)->equipment) && carries(p, vlan) && carries(q, vlan)) {
                    peers.emplace_back(p, q);
                    others.insert(design_.find(q)->equipment);
                }
        for (const auto& [p, q] : peers) {
            const double part = amount / static_cast<double>(peers.size());
            links[{p, q}] += part;
            out[design_.find(q)->equipment] += part;
        }
    }
    where = std::move(out);
}

void LoadPusher::frames(EquipmentId from, EquipmentId to, VlanId vlan, double amount) {
    Where where{{from, amount}};
    for (const auto& [l, to_y, here, there] : way(from, to, vlan)) {
        std::vector<std::tuple<EquipmentId, EquipmentId, PortId, PortId>> strands;
        std::set<EquipmentId> starts;
        for (const Strand& s : logical_[l].strands)
            if (carries(s.x, vlan) && carries(s.y, vlan) && here.contains(to_y ? s.at_x : s.at_y) &&
                there.contains(to_y ? s.at_y : s.at_x)) {
                strands.emplace_back(to_y ? s.at_x : s.at_y, to_y ? s.at_y : s.at_x, to_y ? s.x : s.y,
                                     to_y ? s.y : s.x);
                starts.insert(to_y ? s.at_x : s.at_y);
            }
        beside(where, starts, vlan);
        Where after;
        for (const auto& [device, part] : where) {
            const auto mine =
                std::count_if(strands.begin(), strands.end(), [&](const auto& s) { return std::get<0>(s) == device; });
            for (const auto& [start, end, p, q] : strands)
                if (start == device) {
                    links[{p, q}] += part / static_cast<double>(mine);
                    after[end] += part / static_cast<double>(mine);
                }
        }
        where = std::move(after);
    }
    beside(where, {to}, vlan);
}

std::optional<VrfId> LoadPusher::vrf_of(VlanId vlan) const { return design_.find(vlan)->vrf; }

std::vector<const Gateway*> LoadPusher::answering(std::vector<const Gateway*> members) const {
    std::map<IpAddress, std::vector<const Gateway*>> shared;
    std::vector<const Gateway*> out;
    for (const Gateway* one : members)
        if (one->shared)
            shared[*one->shared].push_back(one);
    if (shared.empty())
        return members;
    for (auto& [address, list] : shared) {
        const Gateway* best = list.front();
        for (const Gateway* one : list)
            if (std::tuple(one->priority, one->address, best->id) > std::tuple(best->priority, best->address, one->id))
                best = one;
        out.push_back(best);
    }
    return out;
}

std::vector<const Gateway*> LoadPusher::gateways(EquipmentId from, VlanId vlan) const {
    std::vector<const Gateway*> out;
    for (const Gateway& row : design_.gateways)
        if (row.vlan == vlan && row.equipment && bridge_.contains(*row.equipment) &&
            reaches(from, *row.equipment, vlan))
            out.push_back(&row);
    return out;
}

std::optional<std::vector<LoadPusher::Hop>> LoadPusher::route(EquipmentId device, std::optional<VrfId> vrf,
                                                              const std::optional<IpAddress>& to) const {
    std::vector<std::tuple<IpPrefix, VlanId>> connected;
    for (const Gateway& row : design_.gateways)
        if (row.equipment == device && vrf_of(row.vlan) == vrf && has(device, row.vlan))
            for (const Prefix& prefix : design_.prefixes)
                if (prefix.vlan == row.vlan && prefix.prefix)
                    connected.emplace_back(*prefix.prefix, row.vlan);
    const auto matches = [&](const IpPrefix& prefix) { return to ? contains(prefix, *to) : prefix.length == 0; };
    int longest = -1;
    std::vector<Hop> hops;
    for (const auto& [prefix, vlan] : connected)
        if (matches(prefix) && prefix.length > longest) {
            longest = prefix.length;
            hops = {{vlan, std::nullopt}};
        }
    int best = 0;
    for (const Route& row : design_.routes) {
        if (row.equipment != device || row.vrf != vrf || !row.destination || !matches(*row.destination))
            continue;
        for (const auto& [prefix, vlan] : connected)
            if (row.next_hop && contains(prefix, *row.next_hop)) {
                const int length = row.destination->length;
                if (length < longest || (length == longest && (best == 0 || row.preference > best)))
                    break; // also: connected is better
                if (length > longest || row.preference < best)
                    hops.clear();
                longest = length;
                best = row.preference;
                hops.push_back({vlan, row.next_hop});
                break;
            }
    }
    return longest < 0 ? std::nullopt : std::optional(hops);
}

std::vector<const Gateway*> LoadPusher::next(EquipmentId device, const Hop& hop) const {
    std::vector<const Gateway*> out, sharing;
    for (const Gateway& row : design_.gateways)
        if (row.equipment == device && (row.address == hop.next || row.shared == hop.next))
            return {};
    for (const Gateway* row : gateways(device, hop.by)) {
        if (row->equipment == device)
            continue;
        if (row->address == hop.next)
            out.push_back(row);
        else if (row->shared == hop.next)
            sharing.push_back(row);
    }
    if (!sharing.empty())
        out.push_back(answering(sharing).front());
    return out;
}

const ProviderHandoff* LoadPusher::provider(EquipmentId device, const Hop& hop) const {
    for (const ProviderHandoff& row : design_.provider_handoffs)
        if (row.peer == hop.next && row.port && live_.contains(*row.port) && carries(*row.port, hop.by) &&
            reaches(device, design_.find(*row.port)->equipment, hop.by))
            return &row;
    return nullptr;
}

// Whether a packet there can ever come to an end, be it a good one.
bool LoadPusher::goes_on(EquipmentId device, std::optional<VrfId> vrf, const std::optional<IpAddress>& to,
                         std::set<std::pair<EquipmentId, std::optional<VrfId>>> seen) const {
    if (!seen.insert({device, vrf}).second)
        return false;
    const auto hops = route(device, vrf, to);
    if (!hops)
        return true;
    for (const Hop& hop : *hops) {
        if (!hop.next || provider(device, hop) || next(device, hop).empty())
            return true;
        for (const Gateway* there : next(device, hop))
            if (goes_on(*there->equipment, vrf_of(there->vlan), to, seen))
                return true;
    }
    return false;
}

std::vector<LoadPusher::End> LoadPusher::ends(const Service& service) const {
    std::vector<End> out;
    if (is_way_out(design_, service)) {
        for (const ProviderHandoffId id : handoffs_of(design_, service)) {
            const ProviderHandoff& row = *design_.find(id);
            if (row.port && live_.contains(*row.port))
                out.push_back({id, design_.find(*row.port)->equipment, *design_.find(*row.port)->access_vlan, 1});
        }
        return out;
    }
    std::map<EquipmentId, int> ports;
    for (const auto& [host, port] : host_ports_)
        if (std::find(service.hosts.begin(), service.hosts.end(), design_.find(host)->equipment) != service.hosts.end())
            ++ports[design_.find(host)->equipment];
    for (const auto& [host, port] : host_ports_)
        if (const auto count = ports.find(design_.find(host)->equipment); count != ports.end())
            out.push_back({host, design_.find(port)->equipment, *design_.find(port)->access_vlan,
                           1.0 / static_cast<double>(ports.size()) / count->second});
    return out;
}

// In rounds: all that is at a device goes one hop on, until a billionth is left.
void LoadPusher::packet(EquipmentId first, std::optional<VrfId> first_vrf, const std::optional<IpAddress>& to,
                        const std::vector<End>& ends, double amount, double rate, Arrive& arrived) {
    using Key = std::pair<EquipmentId, std::optional<VrfId>>;
    std::map<Key, double> round{{{first, first_vrf}, amount}};
    for (int rounds = 0; rounds < 100'000 && !round.empty(); ++rounds) {
        std::map<Key, double> after;
        for (const auto& [key, here] : round)
            if (here > amount * 1e-10 && goes_on(key.first, key.second, to, {}))
                hand_on(key.first, route(key.first, key.second, to).value_or(std::vector<Hop>{}), to, ends, here, rate,
                        arrived, [&](const Gateway& there, double part) {
                            after[{*there.equipment, vrf_of(there.vlan)}] += part;
                        });
        round = std::move(after);
    }
}

void LoadPusher::hand_on(EquipmentId device, const std::vector<Hop>& hops, const std::optional<IpAddress>& to,
                         const std::vector<End>& ends, double amount, double rate, Arrive& arrived,
                         const std::function<void(const Gateway&, double)>& on) {
    for (const Hop& hop : hops) {
        const double part = amount / static_cast<double>(hops.size());
        if (!hop.next) {
            for (const End& end : ends)
                if (to && end.station.kind != Kind::provider_handoffs && end.vlan == hop.by &&
                    reaches(device, end.device, hop.by)) {
                    frames(device, end.device, hop.by, part * end.share * rate);
                    arrived[end.station] += part * end.share;
                }
            continue;
        }
        const std::vector<const Gateway*> there = next(device, hop);
        const ProviderHandoff* out = provider(device, hop);
        const double each = part / static_cast<double>(there.size() + (out ? 1U : 0U));
        for (const Gateway* gateway : there) {
            frames(device, *gateway->equipment, hop.by, each * rate);
            on(*gateway, each);
        }
        if (out && !to)
            for (const End& end : ends)
                if (end.station == AnyId(out->id)) {
                    frames(device, end.device, hop.by, each * rate);
                    arrived[end.station] += each;
                }
    }
}

void LoadPusher::send(EquipmentId from, VlanId vlan, const std::optional<IpAddress>& to, const std::vector<End>& ends,
                      double users, double rate, Arrive& arrived) {
    const bool near = to && std::any_of(design_.prefixes.begin(), design_.prefixes.end(), [&](const Prefix& row) {
                          return row.vlan == vlan && row.prefix && contains(*row.prefix, *to);
                      });
    if (near) {
        for (const End& end : ends)
            if (end.vlan == vlan && reaches(from, end.device, vlan)) {
                frames(from, end.device, vlan, users * end.share * rate);
                arrived[end.station] += users * end.share;
            }
        return;
    }
    const std::vector<const Gateway*> all = answering(gateways(from, vlan));
    for (const Gateway* gateway : all) {
        const double part = users / static_cast<double>(all.size());
        frames(from, *gateway->equipment, vlan, part * rate);
        packet(*gateway->equipment, vrf_of(vlan), to, ends, part, rate, arrived);
    }
}

void LoadPusher::push(const Demands& demands) {
    for (const DemandProfile& profile : demands.profiles)
        for (const DemandSource& source : profile.sources) {
            const bool joined = std::any_of(jacks_.begin(), jacks_.end(), [&](const auto& jack) {
                return design_.find(jack.second)->equipment == source.device;
            });
            if (!bridge_.contains(source.device) || !has(source.device, profile.vlan) || !joined)
                continue;
            for (const DemandFlow& flow : profile.flows) {
                const Service& service = *design_.find(flow.target);
                std::optional<IpAddress> to, own;
                if (!is_way_out(design_, service))
                    to = service.address;
                for (const Prefix& row : design_.prefixes)
                    if (row.vlan == profile.vlan && row.prefix && !own)
                        own = row.prefix->address;
                Arrive requests;
                const std::vector<End> at = ends(service);
                send(source.device, profile.vlan, to, at, source.users, flow.out, requests);
                for (const auto& [station, users] : requests) {
                    to_station[station] += users * flow.out;
                    carried += users * flow.out;
                    const End& end =
                        *std::find_if(at.begin(), at.end(), [&](const End& one) { return one.station == station; });
                    from_station[station] += users * flow.back;
                    Arrive back;
                    const std::vector<End> me{{profile.vlan, source.device, profile.vlan, 1}};
                    if (end.vlan == profile.vlan) {
                        if (reaches(end.device, source.device, profile.vlan)) {
                            frames(end.device, source.device, profile.vlan, users * flow.back);
                            carried += users * flow.back;
                        }
                        continue;
                    }
                    send(end.device, end.vlan, own, me, users, flow.back, back);
                    for (const auto& [id, share] : back)
                        carried += share * flow.back;
                }
            }
        }
}

} // namespace riser::test
