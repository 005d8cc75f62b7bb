// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/labels.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

// Rows whose label is unique, and within what. `scope` may use `row`.
// clang-format off
#define RISER_LABELLED(X) \
    X(Floor, row.label, row.building.value) \
    X(Room, row.number, row.floor.value) \
    X(Space, row.label, 0) \
    X(PathwayRun, row.label, 0) \
    X(Outlet, row.label, 0) \
    X(Jack, row.label, 0) \
    X(Cable, row.label, 0) \
    X(Panel, row.label, 0) \
    X(Rack, row.label, 0) \
    X(Equipment, row.label, 0) \
    X(Ups, row.label, 0) \
    X(Circuit, row.label, 0) \
    X(Pdu, row.label, 0) \
    X(EarthBar, row.label, 0) \
    X(MonitoringPoint, row.label, 0)
// clang-format on

namespace riser {

namespace {

struct ScopedLabel {
    std::string_view label;
    std::uint64_t scope = 0;
    bool operator==(const ScopedLabel&) const = default;
};
struct ScopedLabelHash {
    std::size_t operator()(const ScopedLabel& l) const {
        return std::hash<std::string_view>{}(l.label) ^ (l.scope * 0x9e3779b97f4a7c15u);
    }
};

template<class Row> ScopedLabel label_of_row(const Row& row);
#define RISER_LABEL_OF(Type, text, scope_id)                                                                           \
    template<> ScopedLabel label_of_row(const Type& row) {                                                             \
        return row.status == Status::remove ? ScopedLabel{} : ScopedLabel{.label = text, .scope = scope_id};           \
    }
RISER_LABELLED(RISER_LABEL_OF)
#undef RISER_LABEL_OF

// Retired labels of one kind of row.
using Retired = std::unordered_multimap<std::string_view, RetiredLabelId>;

template<class Row> void add_uses(FactInput& input, const Retired& retired, std::vector<RetiredReuse>& uses) {
    if (retired.empty())
        return;
    for (const Row& row : input.table<Row>()) {
        const auto [first, last] = retired.equal_range(label_of_row(row).label);
        for (auto at = first; at != last; ++at)
            uses.push_back({.retired = at->second, .row = row.id});
    }
}

void sort_labels(std::vector<DoubledLabel>& labels) {
    std::sort(labels.begin(), labels.end(), [](const DoubledLabel& a, const DoubledLabel& b) {
        return std::tie(a.label, a.rows) < std::tie(b.label, b.rows);
    });
}

} // namespace

template<class Row> LabelsOf<Row> LabelsOf<Row>::compute(FactInput& input) {
    LabelsOf out;
    const Table<Row>& rows = input.table<Row>();
    std::unordered_map<ScopedLabel, const Row*, ScopedLabelHash> first;
    std::unordered_map<ScopedLabel, std::vector<AnyId>, ScopedLabelHash> doubled;
    first.reserve(rows.size());
    for (const Row& row : rows) {
        const ScopedLabel label = label_of_row(row);
        if (label.label.empty())
            continue;
        ++out.labelled;
        const auto [at, fresh] = first.emplace(label, &row);
        if (fresh)
            continue;
        std::vector<AnyId>& bearers = doubled[label];
        if (bearers.empty())
            bearers.emplace_back(at->second->id);
        bearers.emplace_back(row.id);
    }
    for (auto& [label, bearers] : doubled)
        out.doubled.push_back({.label = std::string(label.label), .rows = std::move(bearers)});
    sort_labels(out.doubled);
    return out;
}

// Most edits change no label: then the labels are as they were. Else only the labels that a row took or gave up are
// looked for again.
template<class Row>
std::optional<LabelsOf<Row>> LabelsOf<Row>::update(const LabelsOf& previous, const ChangeSet& changes,
                                                   FactInput& input) {
    const Table<Row>& table = input.table<Row>();
    std::unordered_map<std::string_view, std::vector<std::pair<std::uint64_t, AnyId>>> bearers; // by scope
    LabelsOf out = previous;
    const auto note = [&](const Row* before, const Row* after) {
        const ScopedLabel was = before ? label_of_row(*before) : ScopedLabel{};
        const ScopedLabel is = after ? label_of_row(*after) : ScopedLabel{};
        if (was == is)
            return;
        for (const ScopedLabel& label : {was, is})
            if (!label.label.empty())
                bearers.try_emplace(label.label);
        out.labelled -= !was.label.empty();
        out.labelled += !is.label.empty();
    };
    const TableChanges& rows = changes.of(kind_of<Row>);
    for (const auto* list : {&rows.added, &rows.removed, &rows.changed})
        for (const std::uint64_t id : *list)
            note(input.before<Row>().find(Id<Row>{id}), table.find(Id<Row>{id}));
    if (bearers.empty())
        return std::nullopt;

    std::erase_if(out.doubled, [&](const DoubledLabel& doubled) { return bearers.contains(doubled.label); });
    for (const Row& row : table) {
        const ScopedLabel label = label_of_row(row);
        if (const auto at = bearers.find(label.label); at != bearers.end())
            at->second.emplace_back(label.scope, row.id);
    }
    for (auto& [label, list] : bearers) {
        std::sort(list.begin(), list.end());
        for (std::size_t first = 0, last = 0; first < list.size(); first = last) {
            DoubledLabel doubled{.label = std::string(label), .rows = {}};
            for (; last < list.size() && list[last].first == list[first].first; ++last)
                doubled.rows.push_back(list[last].second);
            if (doubled.rows.size() > 1)
                out.doubled.push_back(std::move(doubled));
        }
    }
    sort_labels(out.doubled);
    return out == previous ? std::nullopt : std::optional(std::move(out));
}

Labels Labels::compute(FactInput& input) {
    Labels out;
    const auto add = [&](const auto& of) {
        out.labelled += of.labelled;
        out.doubled.insert(out.doubled.end(), of.doubled.begin(), of.doubled.end());
    };
#define RISER_ADD(Type, text, scope_id) add(input.get<LabelsOf<Type>>());
    RISER_LABELLED(RISER_ADD)
#undef RISER_ADD
    return out;
}

RetiredLabelUses RetiredLabelUses::compute(FactInput& input) {
    RetiredLabelUses out;
    std::array<Retired, kind_count> retired;
    for (const RetiredLabel& row : input.table<RetiredLabel>()) {
        ++out.retired;
        if (const std::optional<Kind> kind = kind_of_element(row.subject); kind && !row.label.empty())
            retired[static_cast<std::size_t>(*kind)].emplace(row.label, row.id);
    }
#define RISER_SEARCH(Type, text, scope_id)                                                                             \
    add_uses<Type>(input, retired[static_cast<std::size_t>(kind_of<Type>)], out.uses);
    RISER_LABELLED(RISER_SEARCH)
#undef RISER_SEARCH
    std::sort(out.uses.begin(), out.uses.end(), [](const RetiredReuse& a, const RetiredReuse& b) {
        return std::tie(a.retired, a.row) < std::tie(b.retired, b.row);
    });
    return out;
}

#define RISER_INSTANCE(Type, text, scope_id) template struct LabelsOf<Type>;
RISER_LABELLED(RISER_INSTANCE)
#undef RISER_INSTANCE

} // namespace riser
