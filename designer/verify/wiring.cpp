// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/wiring.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace riser::verify {

namespace {

using Element = std::pair<CableId, std::int32_t>; // a pair or core of a cable
using Position = std::pair<AnyId, std::int32_t>;  // of a panel; 0 of a jack or port

constexpr std::int32_t most_elements = 1'728;

// Where a cable's end sits, in the order in which ends of a row are looked at.
struct End {
    AnyId on;
    std::int32_t position = 1;
    CableId cable;
    CableEnd end = CableEnd::a;
    auto operator<=>(const End&) const = default;
};

// Pairs by key, those of one key in the order in which they were added; looked up once all are.
template<class Key, class Value> class Listed {
  public:
    using Pair = std::pair<Key, Value>;
    void emplace(Key key, Value value) { pairs_.emplace_back(std::move(key), std::move(value)); }
    void sort() {
        std::stable_sort(pairs_.begin(), pairs_.end(), [](const Pair& a, const Pair& b) { return a.first < b.first; });
    }
    auto equal_range(const Key& key) const {
        const auto first =
            std::partition_point(pairs_.begin(), pairs_.end(), [&](const Pair& pair) { return pair.first < key; });
        auto last = first;
        while (last != pairs_.end() && last->first == key)
            ++last;
        return std::pair(first, last);
    }

  private:
    std::vector<Pair> pairs_;
};

class Tracing {
  public:
    explicit Tracing(const Design& design) : design_(design) {
        for (const Jack& row : design.jacks)
            if (row.status != Status::remove)
                jack_at_.emplace(std::pair(row.outlet, row.position), row.id);
        for (const Termination& row : design.terminations)
            if (row.status != Status::remove) {
                note_end(row);
                if (const Cable* cable = design.find(row.cable); cable && cable->status != Status::remove)
                    note_elements(row, *cable);
            }
        for (const Splice& row : design.splices)
            if (row.status != Status::remove) {
                spliced_.emplace(Element{row.cable_a, row.element_a}, Element{row.cable_b, row.element_b});
                spliced_.emplace(Element{row.cable_b, row.element_b}, Element{row.cable_a, row.element_a});
            }
        positions_.sort();
        elements_.sort();
        starts_.sort();
        spliced_.sort();
    }

    Wiring trace() {
        Wiring out;
        for (const Port& port : design_.ports)
            for (auto& [far, cables] : ports_from(port.id))
                if (port.id < far)
                    out.links[{port.id, far}] = std::move(cables);
                else
                    out.links.emplace(std::pair(far, port.id), std::move(cables));
        for (const Jack& jack : design_.jacks)
            if (jack.status != Status::remove)
                patch(jack.id, out);
        return out;
    }

  private:
    void note_end(const Termination& row) {
        AnyId on = row.on;
        if (on.kind == Kind::outlets)
            if (const auto jack = jack_at_.find({OutletId{on.value}, row.position}); jack != jack_at_.end())
                on = jack->second;
        ends_.insert({on, row.position, row.cable, row.end});
        ends_of_[{row.cable, row.end}].emplace(on, row.position);
    }
    void note_elements(const Termination& row, const Cable& cable) {
        const CableType* type = design_.find(cable.type);
        const bool fibre = type && type->element == ElementUnit::core;
        const bool panel = row.on.kind == Kind::panels;
        const std::int32_t last = std::clamp(row.last, row.first, row.first + most_elements);
        for (std::int32_t e = row.first; e <= last; ++e) {
            const Position position{row.on, panel ? row.position + (fibre ? e - row.first : 0) : 0};
            positions_.emplace(Element{cable.id, e}, position);
            if ((fibre && panel) || e == row.first)
                elements_.emplace(position, Element{cable.id, e});
            if (row.on.kind == Kind::ports && (fibre || e == row.first))
                starts_.emplace(PortId{row.on.value}, Element{cable.id, e});
        }
    }

    // The ports at the other end, with the cables on the way there.
    std::map<PortId, std::vector<CableId>> ports_from(PortId port) const {
        std::map<PortId, std::vector<CableId>> out;
        const auto [first, last] = starts_.equal_range(port);
        for (auto start = first; start != last; ++start) {
            std::vector<Element> way{start->second};
            std::vector<std::size_t> before{0};
            std::set<Element> seen{start->second};
            const auto cables_to = [&](std::size_t n) {
                std::vector<CableId> cables{way[n].first};
                for (; n != 0; n = before[n])
                    cables.push_back(way[before[n]].first);
                return cables;
            };
            for (std::size_t n = 0; n < way.size(); ++n) {
                const Element here = way[n];
                const auto come_to = [&](const Element& element) {
                    if (!seen.insert(element).second)
                        return;
                    way.push_back(element);
                    before.push_back(n);
                };
                for (auto [at, end] = positions_.equal_range(here); at != end; ++at) {
                    const AnyId on = at->second.first;
                    if (on.kind == Kind::ports && PortId{on.value} != port)
                        out.emplace(PortId{on.value}, cables_to(n));
                    if (on.kind == Kind::panels || on.kind == Kind::jacks)
                        for (auto [next, stop] = elements_.equal_range(at->second); next != stop; ++next)
                            if (next->second.first != here.first)
                                come_to(next->second);
                }
                for (auto [next, end] = spliced_.equal_range(here); next != end; ++next)
                    come_to(next->second);
            }
        }
        return out;
    }

    // -- jacks: the horizontal cable, through consolidation points, then a cord on where it ends

    const Cable* known(CableId id, CableRole role) const {
        const Cable* cable = design_.find(id);
        return cable && cable->status != Status::remove && cable->role == role ? cable : nullptr;
    }
    // What the other end of the cable sits on first.
    std::optional<Position> far_of(const End& near) const {
        const auto far = ends_of_.find({near.cable, near.end == CableEnd::a ? CableEnd::b : CableEnd::a});
        return far == ends_of_.end() ? std::nullopt : std::optional(*far->second.begin());
    }
    const End* horizontal_on(AnyId row, std::int32_t position, const std::set<CableId>& taken) const {
        for (auto end = ends_.lower_bound({row, INT32_MIN, {}, {}}); end != ends_.end() && end->on == row; ++end)
            if ((position == 0 || end->position == position) && !taken.contains(end->cable) &&
                known(end->cable, CableRole::horizontal))
                return &*end;
        return nullptr;
    }
    void patch(JackId jack, Wiring& out) const {
        Position at{jack, 0};
        std::set<CableId> taken;
        std::optional<Position> far;
        while (const End* near = horizontal_on(at.first, at.second, taken)) {
            taken.insert(near->cable);
            const std::optional<Position> next = far_of(*near);
            if (!next)
                break;
            far = at = *next;
            const Panel* panel = at.first.kind == Kind::panels ? design_.find(PanelId{at.first.value}) : nullptr;
            if (!panel || panel->kind != PanelKind::consolidation_point)
                break;
        }
        if (!far)
            return;
        if (far->first.kind == Kind::ports)
            out.jacks.emplace(jack, PortId{far->first.value});
        if (far->first.kind != Kind::panels)
            return;
        for (auto end = ends_.lower_bound({far->first, INT32_MIN, {}, {}}); end != ends_.end() && end->on == far->first;
             ++end)
            if (end->position == far->second && known(end->cable, CableRole::cord))
                if (const auto other = far_of(*end); other && other->first.kind == Kind::ports)
                    out.jacks.emplace(jack, PortId{other->first.value});
    }

    const Design& design_;
    std::map<std::pair<OutletId, std::int32_t>, JackId> jack_at_;
    std::set<End> ends_;
    std::map<std::pair<CableId, CableEnd>, std::set<Position>> ends_of_;
    Listed<Element, Position> positions_;
    Listed<Position, Element> elements_;
    Listed<PortId, Element> starts_;
    Listed<Element, Element> spliced_;
};

} // namespace

Wiring wiring_of(const Design& design) { return Tracing(design).trace(); }

} // namespace riser::verify
