// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/proof/reach_reason.h"

#include "solvers/checks/rules/reach_words.h"
#include "solvers/checks/subjects.h"

#include <algorithm>

namespace riser {

namespace {

using What = ReachLine::What;
constexpr std::size_t few_cubes = 8, few_ends = 12;

Text operator+(const Text& a, const Text& b) { return {a.zh + b.zh, a.en + b.en}; }

class Reasons {
  public:
    Reasons(FactInput& input, const ReachPair& pair, const NetworkRows& rows, const Network& net)
        : input_(input), pair_(pair), rows_(rows), floods_(rows, net, kept_) {}

    ReachReason tell() {
        if (pair_.without)
            note(fill({"失去 {lost} 时：", "Without {lost}:"}, {{"lost", called(*pair_.without)}}), {*pair_.without});
        if (pair_.to.kind == Kind::services)
            to_service(ServiceId{pair_.to.value});
        else
            to_vlan();
        if (floods_.sets().sets().overflowed()) {
            out_ = {};
            note({"报文集合过大，未得结论", "the sets of packets grew past all bounds; nothing is known"}, {});
        }
        return std::move(out_);
    }

  private:
    void to_service(ServiceId id) {
        const Service* service = rows_.design.find(id);
        if (!service)
            return;
        if (is_over_the_air(rows_.design, *service))
            return over_the_air(*service);
        constexpr ReachOptions hosts{.senders = Senders::ordinary, .sources = Sources::own};
        const std::vector<Emission> sent = floods_.emissions(pair_.from, hosts);
        const ServiceUse use = can_use(floods_, pair_.from, id, hosts);
        if (use.wanted == BddSpace::no())
            return note(
                {"此 VLAN 未接入，或服务没有地址", "this VLAN is on no live port, or the service has no address"}, {});
        out_.reached = use.answered != BddSpace::no();
        out_.whole = use.complete();
        BddSpace& bdd = floods_.sets().sets();
        if (out_.reached)
            way(sent, use.answered, hosts);
        const Bdd missing = bdd.except(use.wanted, use.answered);
        if (missing == BddSpace::no())
            return;
        if (const auto packet = floods_.sets().headers().example(missing))
            note(fill(out_.reached ? Text{"部分不通，例如 {packet}", "Not all of it comes through, such as {packet}"}
                                   : Text{"不通，例如 {packet}", "Nothing comes through, such as {packet}"},
                      {{"packet", same_text(to_string(*packet))}}),
                 {});
        if (bdd.except(use.asked, use.answered) != BddSpace::no())
            note({"有去无回：请求到达，应答未能返回", "Requests come there, answers do not come back"}, {});
        if (const Bdd lost = bdd.except(use.wanted, use.asked); lost != BddSpace::no())
            ends(floods_.only(sent, lost), Senders::ordinary);
    }
    void over_the_air(const Service& service) {
        for (const OnAir& one : on_air(rows_, floods_.net(), service))
            if (one.vlan == pair_.from) {
                out_.reached = out_.whole = true;
                out_.lines.push_back(
                    {What::arrives,
                     fill({"{jack} 接入此 VLAN", "{jack} hears this VLAN"}, {{"jack", called(one.jack)}}),
                     {one.jack, one.vlan}});
            }
        if (!out_.reached)
            note({"没有接入点接到此 VLAN", "no access point is joined to this VLAN"}, {});
    }
    void to_vlan() {
        const std::vector<Emission> sent = floods_.emissions(pair_.from, {});
        if (sent.empty() || floods_.net().places_of(VlanId{pair_.to.value}).empty())
            return note({"VLAN 未接入", "the VLAN is on no live port"}, {});
        out_.reached = out_.whole =
            floods_.comes_to(floods_.flood(sent, Senders::any), pair_.to, Senders::any) != BddSpace::no();
        if (out_.reached)
            way(sent, BddSpace::yes(), {});
        else
            ends(meant_for(floods_, sent, pair_.to), Senders::any);
    }

    // From a jack where one is, as people stand there; else from anywhere in the VLAN.
    std::optional<Witness> found_way(const std::vector<Emission>& sent, Bdd headers, const ReachOptions& options) {
        for (const NetStation& station : floods_.net().stations) {
            if (station.id.kind != Kind::jacks ||
                std::none_of(station.sends.begin(), station.sends.end(),
                             [&](const NetStation::Contact& contact) { return contact.vlan == pair_.from; }))
                continue;
            std::vector<Emission> here = floods_.only(floods_.emissions(station.id, options), headers);
            std::erase_if(here, [&](const Emission& emission) { return emission.vlan != pair_.from; });
            if (std::optional<Witness> out = witness(floods_, here, pair_.to, options.senders)) {
                jack_ = station.id;
                return out;
            }
            break; // one is as good as the next
        }
        return witness(floods_, floods_.only(sent, headers), pair_.to, options.senders);
    }
    void way(const std::vector<Emission>& sent, Bdd headers, const ReachOptions& options) {
        const std::optional<Witness> found = found_way(sent, headers, options);
        if (!found)
            return note({"有报文到达；其路径经地址转换，未逐跳列出",
                         "packets come there; their way is translated and not told hop by hop"},
                        {});
        std::vector<AnyId> start{pair_.from};
        if (jack_)
            start.push_back(*jack_);
        out_.lines.push_back({What::sent,
                              fill({"发自 {vlan}{jack}：{packet}", "Sent in {vlan}{jack}: {packet}"},
                                   {{"vlan", called(pair_.from)},
                                    {"jack", jack_ ? Text{"，如 ", ", such as "} + called(*jack_) : Text()},
                                    {"packet", same_text(to_string(found->sent))}}),
                              std::move(start)});
        for (const WitnessHop& hop : found->hops)
            out_.lines.push_back({What::hop, words_of(hop), lights_of(hop)});
        std::vector<AnyId> lights = lights_of(found->frames);
        lights.push_back(pair_.to);
        if (found->handoff)
            lights.emplace_back(*found->handoff);
        const AnyId there = found->handoff ? AnyId(*found->handoff) : pair_.to;
        out_.lines.push_back({What::arrives,
                              fill(found->handoff ? Text{"交给 {to}{frames}", "Handed over at {to}{frames}"}
                                                  : Text{"到达 {to}{frames}", "Comes to {to}{frames}"},
                                   {{"to", called(there)}, {"frames", frames_words(found->frames)}}),
                              std::move(lights)});
    }

    Text words_of(const WitnessHop& hop) {
        Text out = same_text(device_label(input_, hop.device)) + frames_words(hop.frames);
        if (hop.in)
            out = out + fill({"，网关 {in}", ", in at gateway {in}"}, {{"in", address_of(*hop.in)}});
        else
            out = out + Text{"，网闸放行", ", let through by its policies"};
        if (hop.route)
            out = out + fill({"，按路由 {route}", ", by route {route}"}, {{"route", route_words(*hop.route)}});
        if (hop.out_vlan && hop.out_vlan != hop.in_vlan)
            out = out + fill({"，送入 {vlan}", ", out into {vlan}"}, {{"vlan", called(*hop.out_vlan)}});
        for (const Decision& rule : hop.permitted_by)
            out = out + decision_words(rule);
        return out;
    }
    Text decision_words(const Decision& rule) {
        const Acl* acl = input_.find(rule.acl);
        const Text name = same_text(acl && !acl->name.empty() ? acl->name : device_filter(acl));
        if (!rule.rule)
            return fill({"；{acl} 放行", "; passes {acl}"}, {{"acl", name}});
        return fill({"；{acl} 第 {n} 条放行", "; rule {n} of {acl} permits"},
                    {{"acl", name}, {"n", same_text(std::to_string(*rule.rule + 1))}});
    }
    std::string device_filter(const Acl* acl) {
        return acl && acl->equipment ? device_label(input_, *acl->equipment) : std::string();
    }
    Text address_of(GatewayId id) {
        const Gateway* gateway = input_.find(id);
        const auto address = gateway ? (gateway->shared ? gateway->shared : gateway->address) : std::nullopt;
        return same_text(address ? to_string(*address) : std::string("-"));
    }
    Text route_words(RouteId id) {
        const Route* route = input_.find(id);
        if (!route)
            return {};
        std::string out = route->destination ? to_string(*route->destination) : std::string("-");
        if (route->next_hop)
            out += " > " + to_string(*route->next_hop);
        return same_text(out);
    }
    // "（经 AS1、CS1）": devices that pass its frames on the way to the last.
    Text frames_words(const std::vector<FrameStop>& frames) {
        Text out;
        for (std::size_t i = 0; i + 1 < frames.size(); ++i) {
            const std::string label = device_label(input_, frames[i].device);
            out = {out.zh + (i ? "、" : "") + label, out.en + (i ? ", " : "") + label};
        }
        return out.empty() ? out : Text{"（经 " + out.zh + "）", " (by " + out.en + ")"};
    }

    void ends(const std::vector<Emission>& lost, Senders senders) {
        const std::vector<Denial> all = denials(floods_, lost, senders, few_cubes);
        if (all.empty())
            note({"没有通路", "there is no way"}, {});
        for (std::size_t i = 0; i < std::min(all.size(), few_ends); ++i) {
            const Text where = told_end(input_, all[i]);
            out_.lines.push_back({What::ends, Text{"止于 " + where.zh, "Ends " + where.en}, {device_at(all[i].at)}});
        }
        if (all.size() > few_ends) {
            const std::string more = std::to_string(all.size() - few_ends);
            note({"另有 " + more + " 处", more + " more places"}, {});
        }
    }
    AnyId device_at(AnyId at) {
        if (const Port* port = at.kind == Kind::ports ? input_.find(PortId{at.value}) : nullptr)
            return port->equipment;
        const Gateway* gateway = at.kind == Kind::gateways ? input_.find(GatewayId{at.value}) : nullptr;
        return gateway && gateway->equipment ? AnyId(*gateway->equipment) : at;
    }

    std::vector<AnyId> lights_of(const WitnessHop& hop) {
        std::vector<AnyId> out = lights_of(hop.frames);
        out.emplace_back(hop.device);
        before_ = hop.device;
        return out;
    }
    // The devices, and what joins each to the one before it.
    std::vector<AnyId> lights_of(const std::vector<FrameStop>& frames) {
        std::vector<AnyId> out;
        for (const FrameStop& stop : frames) {
            out.emplace_back(stop.device);
            add_links(stop.device, out);
            before_ = stop.device;
        }
        return out;
    }
    void add_links(EquipmentId to, std::vector<AnyId>& out) const {
        if (!before_ || *before_ == to)
            return;
        for (const CabledLink& link : rows_.cabled.links()) {
            const Port* a = rows_.design.find(link.a);
            const Port* b = rows_.design.find(link.b);
            if (!a || !b || std::minmax(a->equipment, b->equipment) != std::minmax(*before_, to))
                continue;
            out.insert(out.end(), link.cables.begin(), link.cables.end());
            for (const Port* port : {a, b})
                if (port->lag)
                    out.emplace_back(*port->lag);
        }
    }

    Text called(AnyId id) { return subject_name(input_, id); }
    void note(Text words, std::vector<AnyId> lights) {
        out_.lines.push_back({What::note, std::move(words), std::move(lights)});
    }

    FactInput& input_;
    const ReachPair& pair_;
    const NetworkRows& rows_;
    FilterSets kept_;
    Floods floods_;
    std::optional<EquipmentId> before_;
    std::optional<AnyId> jack_; // where the packet is sent
    ReachReason out_;
};

} // namespace

ReachReason ReachReason::compute(FactInput& input, const ReachPair& pair) {
    const NetworkRows& rows = input.get<NetworkRows>();
    if (!rows.design.find(pair.from))
        return {};
    if (!pair.without)
        return Reasons(input, pair, rows, *input.get<WholeNetwork>().net).tell();
    const AnyId lost = *pair.without;
    const Network left = derive_network(rows, std::span(&lost, 1));
    return Reasons(input, pair, rows, left).tell();
}

} // namespace riser
