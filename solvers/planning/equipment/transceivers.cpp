// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/optical_budget.h"
#include "solvers/base/decibels.h"
#include "solvers/planning/equipment/parts.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

using Offers = std::map<std::string, const EquipmentType*, std::less<>>; // by PMD, the cheapest

Offers offers_of(const Design& design) {
    Offers out;
    const auto rank = [&](const EquipmentType& type) {
        return std::tuple(price_of(design, type).value_or(INT64_MAX), type.code, type.id);
    };
    for (const EquipmentType& type : design.equipment_types) {
        const BillItem* item = design.find(type.bill_item);
        const std::string pmd(item ? transceiver_pmd(item->measures) : std::string_view());
        if (pmd.empty())
            continue;
        const EquipmentType*& best = out[pmd];
        if (!best || rank(type) < rank(*best))
            best = &type;
    }
    return out;
}

// Of the deck's applications those that the catalogue offers, the cheapest first.
LinkTables offered_tables(const Design& design, const LinkTables& deck, const Offers& offers) {
    LinkTables out = deck;
    if (offers.empty())
        return out;
    std::erase_if(out.applications, [&](const FibreApplication& row) { return !offers.contains(row.pmd); });
    const auto price = [&](const FibreApplication& row) {
        return price_of(design, *offers.find(row.pmd)->second).value_or(INT64_MAX);
    };
    std::stable_sort(out.applications.begin(), out.applications.end(),
                     [&](const FibreApplication& a, const FibreApplication& b) { return price(a) < price(b); });
    return out;
}

class Planner {
  public:
    explicit Planner(EquipmentWorks& works)
        : works_(works),
          offers_(offers_of(works.after)),
          tables_(offered_tables(works.after, works.options.links, offers_)) {}

    Transceivers plan() {
        keep_settled();
        const Design traced = works_.after;
        const Facts facts(traced);
        const CableLengths& lengths = facts.get<CableLengths>();
        for (const OpticalLink& link : facts.get<OpticalLinks>().links) {
            const OpticalAnswer answer = budget_of(link, lengths, tables_, LossValues::design);
            if (!answer.budget || !answer.budget->works()) {
                refuse(link, answer, lengths);
                continue;
            }
            const auto offer = offers_.find(answer.budget->application.pmd);
            if (offer == offers_.end())
                continue;
            if (link.pmd_a.empty())
                plug(link.a, *offer->second);
            if (link.pmd_b.empty())
                plug(link.b, *offer->second);
        }
        return out_;
    }

  private:
    static std::string key_of(PortId port) { return to_string(port) + "|transceiver"; }

    // Transceivers that people took over stay in their ports, as do ours in ports that people took over: they decide.
    void keep_settled() {
        std::vector<Port> ports;
        for (const Port& port : works_.after.ports) {
            if (port.card)
                works_.cards.keep(*port.card);
            if (const Card card = works_.cards.start(key_of(port.id));
                works_.cards.known(card) && PlannedRows<Card>::is_settled(card) && works_.ports.was_mine(port)) {
                ports.push_back(port);
                ports.back().card = card.id;
            }
        }
        for (Port& port : ports)
            works_.ports.put(std::move(port));
    }

    void plug(PortId id, const EquipmentType& type) {
        const Port* port = works_.after.find(id);
        if (!port || !works_.ports.was_mine(*port) || PlannedRows<Port>::is_settled(*port))
            return;
        Card card = works_.cards.start(key_of(id));
        card.equipment = port->equipment;
        card.slot = port->position;
        card.type = type.id;
        Port with = *port;
        with.card = works_.cards.put(std::move(card)).id;
        works_.ports.put(std::move(with));
        ++out_.planned;
    }

    void refuse(const OpticalLink& link, const OpticalAnswer& answer, const CableLengths& lengths) {
        if (answer.budget)
            say(link, why_not(*answer.budget));
        else if (!answer.impossible.empty())
            say(link, answer.impossible);
        else if (budget_of(link, lengths, works_.options.links, LossValues::design).budget)
            say(link, {"设备目录中没有 " + display(link.rate) + " 的光模块适用于此光纤",
                       "the catalogue has no transceiver of " + display(link.rate) + " for its fibre"});
        else { // not known, which is no failure
            say(link, answer.unknown);
            return;
        }
        ++out_.links_failing;
    }

    void say(const OpticalLink& link, const Text& why) {
        const Port* port = works_.after.find(link.a);
        works_.reasons.add(port ? AnyId(port->equipment) : AnyId(link.a),
                           {"光链路：" + why.zh, "a fibre link: " + why.en});
    }

    Text why_not(const OpticalBudget& budget) const {
        const FibreApplication& best = budget.application;
        const Text offered = offers_.empty() ? Text{"", ""} : Text{"设备目录中的 ", "the catalogue's "};
        if (!budget.within_reach())
            return {offered.zh + best.pmd + " 只达 " + display(best.reach) + "，链路长 " + display(budget.length),
                    offered.en + best.pmd + " reaches " + display(best.reach) + ", it is " + display(budget.length) +
                        " long"};
        return {offered.zh + best.pmd + " 允许损耗 " + display(best.loss) + "，链路损耗 " + display(budget.loss),
                offered.en + best.pmd + " allows a loss of " + display(best.loss) + ", it has " + display(budget.loss)};
    }

    EquipmentWorks& works_;
    const Offers offers_;
    const LinkTables tables_;
    Transceivers out_;
};

} // namespace

Transceivers plan_transceivers(EquipmentWorks& works) {
    return works.options.links.applications.empty() ? Transceivers() : Planner(works).plan();
}

} // namespace riser
