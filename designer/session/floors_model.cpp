// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/floors_model.h"

#include "designer/session/words.h"

#include <algorithm>
#include <unordered_map>

namespace riser {

FloorsModel::FloorsModel(Document& document, QObject* parent) : QAbstractListModel(parent), document_(document) {
    connect(&document_, &Document::changed, this, &FloorsModel::refresh);
    refresh();
}

std::vector<FloorsModel::Row> FloorsModel::rows_now() const {
    const Design& design = document_.design();
    std::unordered_map<OutletId, FloorId> floor_of;
    for (const Outlet& outlet : design.outlets)
        floor_of.emplace(outlet.id, outlet.floor);
    std::unordered_map<FloorId, int> points;
    for (const Jack& jack : design.jacks)
        if (const auto at = floor_of.find(jack.outlet); at != floor_of.end())
            ++points[at->second];
    std::vector<const Floor*> floors;
    for (const Floor& floor : design.floors)
        floors.push_back(&floor);
    std::stable_sort(floors.begin(), floors.end(), [](const Floor* a, const Floor* b) {
        return a->building != b->building ? a->building < b->building : a->order > b->order;
    });
    std::vector<Row> out;
    for (const Floor* floor : floors) {
        const Building* building = design.buildings.size() > 1 ? design.find(floor->building) : nullptr;
        out.push_back({floor->id, words(floor->label), floor->name, building ? building->name : Text(),
                       floor->elevation, points[floor->id]});
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
