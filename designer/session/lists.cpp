// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/lists.h"

#include "designer/session/words.h"
#include "model/fields/table_access.h"

#include <algorithm>
#include <array>
#include <utility>

namespace riser {

namespace {

struct LayerGroup {
    Text name;
    std::vector<DrawingLayer> layers;
};

const std::vector<LayerGroup>& layer_groups() {
    using L = DrawingLayer;
    static const std::vector<LayerGroup> groups{
        {{"底图", "Underlay"}, {L::underlay}},
        {{"建筑", "Building"}, {L::wall, L::opening, L::column}},
        {{"轴网", "Axes"}, {L::axis}},
        {{"房间与机构", "Rooms and bodies"}, {L::room}},
        {{"房间名称", "Room names"}, {L::room_text}},
        {{"防火与限制区", "Fire, restricted areas"}, {L::fire, L::restricted}},
        {{"桥架与竖井", "Trays and shafts"}, {L::tray, L::shaft}},
        {{"缆线路由", "Cable routes"}, {L::route, L::backbone}},
        {{"信息点", "Points"}, {L::outlet}},
        {{"电信间与设备", "Spaces and devices"}, {L::space, L::equipment}},
        {{"标注", "Annotations"}, {L::text, L::annotation}},
    };
    return groups;
}

} // namespace

int LayersModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(layer_groups().size());
}

QVariant LayersModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const LayerGroup& group = layer_groups()[static_cast<std::size_t>(index.row())];
    if (role == ShownRole)
        return !hidden_.test(static_cast<std::size_t>(group.layers.front()));
    return role == NameRole || role == Qt::DisplayRole ? words(group.name, language_) : QVariant();
}

QHash<int, QByteArray> LayersModel::roleNames() const { return {{NameRole, "name"}, {ShownRole, "shown"}}; }

void LayersModel::toggle(int row) {
    if (row < 0 || row >= rowCount())
        return;
    for (const DrawingLayer layer : layer_groups()[static_cast<std::size_t>(row)].layers)
        hidden_.flip(static_cast<std::size_t>(layer));
    emit dataChanged(index(row), index(row));
    emit hiddenChanged();
}

void LayersModel::set_language(Language language) {
    language_ = language;
    emit dataChanged(index(0), index(rowCount() - 1));
}

HistoryModel::HistoryModel(Document& document, QObject* parent) : QAbstractListModel(parent), document_(document) {
    count_ = static_cast<int>(document_.history().steps()) + 1;
    position_ = position();
    connect(&document_, &Document::changed, this, [this] {
        // Steps are only ever added at the end or cut off behind one.
        beginResetModel();
        count_ = static_cast<int>(document_.history().steps()) + 1;
        position_ = position();
        endResetModel();
        emit positionChanged();
    });
    // Between steps of equal designs nothing else tells that it went.
    connect(&document_, &Document::state_changed, this, [this] {
        if (std::exchange(position_, position()) == position_)
            return;
        emit dataChanged(index(0), index(rowCount() - 1), {UndoneRole});
        emit positionChanged();
    });
}

int HistoryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count_; }

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto step = static_cast<std::size_t>(index.row());
    if (role == UndoneRole)
        return step > document_.history().position();
    if (role != NameRole && role != Qt::DisplayRole)
        return {};
    return step == 0 ? words(Text{"打开时", "As opened"}, language_) : words(document_.history().name(step), language_);
}

QHash<int, QByteArray> HistoryModel::roleNames() const { return {{NameRole, "name"}, {UndoneRole, "undone"}}; }

void HistoryModel::set_language(Language language) {
    language_ = language;
    emit dataChanged(index(0), index(rowCount() - 1));
}

int SearchModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(matches_.size());
}

QVariant SearchModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Match& match = matches_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case IdRole:
        return words(match.id);
    case Qt::DisplayRole:
    case TitleRole:
        return match.title;
    case KindRole: {
        const Label& label = table_access(match.id.kind).record->label;
        return words(language_ == Language::zh ? label.zh : label.en);
    }
    case PlaceRole:
        return match.place;
    default:
        return {};
    }
}

QHash<int, QByteArray> SearchModel::roleNames() const {
    return {{IdRole, "rowId"}, {TitleRole, "title"}, {KindRole, "kind"}, {PlaceRole, "place"}};
}

void SearchModel::set_query(const QString& query) {
    if (query == query_)
        return;
    query_ = query;
    constexpr std::size_t most = 60;
    constexpr std::array kinds{Kind::floors,       Kind::rooms,  Kind::spaces, Kind::outlets,
                               Kind::jacks,        Kind::racks,  Kind::panels, Kind::equipment,
                               Kind::pathway_runs, Kind::cables, Kind::vlans};
    beginResetModel();
    matches_.clear();
    const Design& design = document_.design();
    const QString wanted = query.trimmed();
    if (!wanted.isEmpty())
        for (const Kind kind : kinds) {
            const TableAccess& table = table_access(kind);
            table.for_each(design, [&](const void* row) {
                const AnyId id{kind, table.id(row)};
                const QString title = name_of(design, id, language_);
                const qsizetype at = title.indexOf(wanted, 0, Qt::CaseInsensitive);
                if (at < 0)
                    return;
                const int score = (title.compare(wanted, Qt::CaseInsensitive) == 0 ? 0 : at == 0 ? 1 : 2);
                const std::optional<FloorId> on = floor_of(design, id);
                const Floor* floor = design.find(on);
                matches_.push_back({id, title, floor ? words(floor->label) : QString(), score});
            });
        }
    std::stable_sort(matches_.begin(), matches_.end(),
                     [](const Match& a, const Match& b) { return a.score < b.score; });
    if (matches_.size() > most)
        matches_.resize(most);
    endResetModel();
    emit queryChanged();
}

std::optional<FloorId> floor_of(const Design& design, AnyId id) {
    // Follows references to a floor, else through at most four rows to one.
    for (int hops = 0; hops < 5; ++hops) {
        if (id.kind == Kind::floors)
            return design.contains(id) ? std::optional(FloorId{id.value}) : std::nullopt;
        const TableAccess& table = table_access(id.kind);
        const void* row = table.find(design, id.value);
        if (!row)
            return std::nullopt;
        struct Seen {
            AnyId floor, on;
        } seen;
        for (const Field& field : table.record->fields) {
            const bool refers = field.type == FieldType::reference || field.type == FieldType::any_reference;
            if (!refers || !field.for_each_reference)
                continue;
            field.for_each_reference(
                row,
                [](void* context, AnyId to) {
                    Seen& s = *static_cast<Seen*>(context);
                    if (to.kind == Kind::floors && !s.floor.value)
                        s.floor = to;
                    for (const Kind way :
                         {Kind::rooms, Kind::outlets, Kind::spaces, Kind::racks, Kind::pathway_nodes, Kind::jacks,
                          Kind::panels, Kind::equipment, Kind::ups_units, Kind::transfer_switches, Kind::earth_bars})
                        if (to.kind == way && !s.on.value)
                            s.on = to;
                },
                &seen);
        }
        id = seen.floor.value ? seen.floor : seen.on;
        if (id.value == 0)
            return std::nullopt;
    }
    return std::nullopt;
}

AnyId drawn_for(const Design& design, AnyId id) {
    for (int hops = 0; hops < 4; ++hops) {
        for (const Kind drawn : {Kind::outlets, Kind::racks, Kind::rooms, Kind::pathway_runs, Kind::equipment,
                                 Kind::spaces, Kind::monitoring_points, Kind::earth_bars, Kind::walls, Kind::openings})
            if (id.kind == drawn)
                return id;
        if (const Jack* jack = id.kind == Kind::jacks ? design.find(JackId{id.value}) : nullptr) {
            id = jack->outlet;
        } else if (id.kind == Kind::cables) {
            AnyId end;
            for (const Termination& at : design.terminations)
                if (at.cable.value == id.value && (end.value == 0 || at.on.kind == Kind::jacks))
                    end = at.on;
            if (end.value == 0)
                return id;
            id = end;
        } else if (const RackItem* item = id.kind == Kind::rack_items ? design.find(RackItemId{id.value}) : nullptr) {
            id = item->rack;
        } else {
            return id;
        }
    }
    return id;
}

} // namespace riser
