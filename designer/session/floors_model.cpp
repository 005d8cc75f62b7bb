// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/floors_model.h"

#include "designer/session/words.h"

#include <algorithm>

namespace riser {

FloorsModel::FloorsModel(Document& document, QObject* parent) : QAbstractListModel(parent), document_(document) {
    connect(&document_, &Document::changed, this, &FloorsModel::follow);
    count_all();
    refresh();
}

// The list of floors is short; the points are many, so that only those that changed are counted anew.
void FloorsModel::follow() {
    const ChangeSet& changes = document_.changes();
    const bool next = document_.version() == counted_ + 1 && !changes.empty();
    const auto touched = [&](Kind kind) { return !changes.of(kind).empty(); };
    if (next && !touched(Kind::floors) && !touched(Kind::buildings) && !touched(Kind::outlets) &&
        !touched(Kind::jacks)) {
        counted_ = document_.version();
        return;
    }
    if (!next || !count_changes())
        count_all();
    refresh();
}

void FloorsModel::count_all() {
    const Design& design = document_.design();
    counted_ = document_.version();
    floor_of_.clear();
    jacks_.clear();
    points_.clear();
    for (const Outlet& outlet : design.outlets)
        floor_of_.emplace(outlet.id, outlet.floor);
    for (const Jack& jack : design.jacks)
        if (const auto at = floor_of_.find(jack.outlet); at != floor_of_.end()) {
            jacks_.emplace(jack.id, at->second);
            ++points_[at->second];
        }
}

// False when an outlet went to another floor, or jacks to another outlet.
bool FloorsModel::count_changes() {
    const Design& design = document_.design();
    const ChangeSet& changes = document_.changes();
    const TableChanges& outlets = changes.of(Kind::outlets);
    const TableChanges& jacks = changes.of(Kind::jacks);
    if (!jacks.changed.empty())
        return false;
    for (const std::uint64_t id : outlets.changed)
        if (floor_of_[OutletId{id}] != design.find(OutletId{id})->floor)
            return false;
    for (const std::uint64_t id : jacks.removed)
        if (const auto at = jacks_.find(JackId{id}); at != jacks_.end()) {
            --points_[at->second];
            jacks_.erase(at);
        }
    for (const std::uint64_t id : outlets.removed)
        floor_of_.erase(OutletId{id});
    for (const std::uint64_t id : outlets.added)
        floor_of_.emplace(OutletId{id}, design.find(OutletId{id})->floor);
    for (const std::uint64_t id : jacks.added)
        if (const auto at = floor_of_.find(design.find(JackId{id})->outlet); at != floor_of_.end()) {
            jacks_.emplace(JackId{id}, at->second);
            ++points_[at->second];
        }
    counted_ = document_.version();
    return true;
}

std::vector<FloorsModel::Row> FloorsModel::rows_now() const {
    const Design& design = document_.design();
    std::vector<const Floor*> floors;
    for (const Floor& floor : design.floors)
        floors.push_back(&floor);
    std::stable_sort(floors.begin(), floors.end(), [](const Floor* a, const Floor* b) {
        return a->building != b->building ? a->building < b->building : a->order > b->order;
    });
    std::vector<Row> out;
    for (const Floor* floor : floors) {
        const auto points = points_.find(floor->id);
        const Building* building = design.buildings.size() > 1 ? design.find(floor->building) : nullptr;
        out.push_back({floor->id, words(floor->label), floor->name, building ? building->name : Text(),
                       floor->elevation, points == points_.end() ? 0 : points->second});
    }
    return out;
}

// The same floors keep their rows, so that a list does not jump while somebody scrolls it.
void FloorsModel::refresh() {
    std::vector<Row> now = rows_now();
    const bool same = now.size() == rows_.size() && std::equal(now.begin(), now.end(), rows_.begin(),
                                                               [](const Row& a, const Row& b) { return a.id == b.id; });
    if (!same) {
        beginResetModel();
        rows_ = std::move(now);
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < now.size(); ++i)
        if (!(now[i] == rows_[i])) {
            rows_[i] = now[i];
            const QModelIndex at = index(static_cast<int>(i));
            emit dataChanged(at, at);
        }
}

int FloorsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant FloorsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case IdRole:
        return words(AnyId(row.id));
    case Qt::DisplayRole:
    case LabelRole:
        return row.label;
    case NameRole:
        return words(row.name, language_);
    case BuildingRole:
        return words(row.building, language_);
    case ElevationRole:
        return row.elevation.value / 1000.0;
    case PointsRole:
        return row.points;
    default:
        return {};
    }
}

QHash<int, QByteArray> FloorsModel::roleNames() const {
    return {{IdRole, "floorId"},          {LabelRole, "label"},   {NameRole, "name"},
            {ElevationRole, "elevation"}, {PointsRole, "points"}, {BuildingRole, "building"}};
}

void FloorsModel::set_language(Language language) {
    language_ = language;
    if (!rows_.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

FloorId FloorsModel::first() const {
    const Row* best = nullptr;
    for (const Row& row : rows_)
        if (row.elevation.value >= 0 && (!best || row.elevation < best->elevation))
            best = &row;
    return best ? best->id : rows_.empty() ? FloorId() : rows_.front().id;
}

int FloorsModel::row_of(FloorId floor) const {
    for (std::size_t i = 0; i < rows_.size(); ++i)
        if (rows_[i].id == floor)
            return static_cast<int>(i);
    return -1;
}

} // namespace riser
