// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/failure_model.h"

#include <algorithm>

namespace riser {

namespace {

template<class Row, class Key> const Row* found(const std::vector<Row>& rows, const Key& key, auto key_of) {
    const auto at =
        std::lower_bound(rows.begin(), rows.end(), key, [&](const Row& row, const Key& k) { return key_of(row) < k; });
    return at != rows.end() && key_of(*at) == key ? &*at : nullptr;
}
const auto id_of = [](const auto& row) { return row.id; };

} // namespace

std::optional<ElementIndex> FailureModel::find(ElementKind kind, AnyId row, std::int32_t unit) const {
    const FailureElement sought{kind, row, unit};
    const auto at = std::lower_bound(elements.begin(), elements.end(), sought);
    if (at == elements.end() || *at != sought)
        return std::nullopt;
    return static_cast<ElementIndex>(at - elements.begin());
}

std::vector<ElementIndex> FailureModel::elements_of(AnyId row) const {
    std::vector<ElementIndex> out;
    for (auto kind = ElementKind::device; kind <= ElementKind::cause;
         kind = static_cast<ElementKind>(static_cast<int>(kind) + 1))
        for (const std::int32_t unit : {0, 1, 2})
            if (const auto element = find(kind, row, unit))
                out.push_back(*element);
    return out;
}

const FailingDevice* FailureModel::device(EquipmentId id) const { return found(devices, id, id_of); }
const FailingLink* FailureModel::link(PortId a, PortId b) const {
    return found(links, std::pair(std::min(a, b), std::max(a, b)),
                 [](const FailingLink& row) { return std::pair(row.a, row.b); });
}
const FailingJack* FailureModel::jack(JackId id) const { return found(jacks, id, id_of); }
const FailingHandoff* FailureModel::handoff(ProviderHandoffId id) const { return found(handoffs, id, id_of); }

Outages::Outages(const FailureModel& model) : loss_(model.needs), first_(model.needs.size() + 1, 0) {
    const auto each = [&](auto visit) {
        const auto list = [&](Of of, const auto& rows) {
            for (std::uint32_t i = 0; i < rows.size(); ++i)
                visit(at(rows[i].need), Subject{of, i});
        };
        list(Of::device, model.devices);
        list(Of::link, model.links);
        list(Of::jack, model.jacks);
        list(Of::handoff, model.handoffs);
    };
    each([&](std::size_t need, const Subject&) { ++first_[need + 1]; });
    for (std::size_t need = 1; need < first_.size(); ++need)
        first_[need] += first_[need - 1];
    subjects_.resize(first_.back());
    std::vector<std::uint32_t> next = first_;
    each([&](std::size_t need, const Subject& subject) { subjects_[next[need]++] = subject; });
}

const Down& Outages::down(std::span<const NeedIndex> fallen) {
    std::vector<std::uint32_t>* const lists[] = {&down_.devices, &down_.links, &down_.jacks, &down_.handoffs};
    for (std::vector<std::uint32_t>* list : lists)
        list->clear();
    for (const NeedIndex need : fallen)
        for (std::uint32_t i = first_[at(need)]; i < first_[at(need) + 1]; ++i)
            lists[static_cast<std::size_t>(subjects_[i].of)]->push_back(subjects_[i].index);
    for (std::vector<std::uint32_t>* list : lists)
        if (!std::is_sorted(list->begin(), list->end())) // needs are mostly in the order of what needs them
            std::sort(list->begin(), list->end());
    fallen_ = fallen;
    return down_;
}

} // namespace riser
