// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/table_model.h"

#include "designer/session/words.h"
#include "exporters/tables/bill.h"
#include "exporters/tables/schedules.h"

#include <algorithm>
#include <array>

namespace riser {

namespace {

struct Schedule {
    Text name;
    TableDocument (*make)(const Facts&);
};
const std::array<Schedule, 5>& all_schedules() {
    static const std::array<Schedule, 5> list{{
        {{"信息点", "Points"}, outlet_schedule},
        {{"线缆", "Cables"}, cable_schedule},
        {{"桥架", "Pathways"}, pathway_schedule},
        {{"点位统计", "Point summary"}, point_summary},
        {{"工程量", "Bill"}, [](const Facts& facts) { return bill_of_materials(facts); }},
    }};
    return list;
}

} // namespace

TableModel::TableModel(Document& document, QObject* parent) : QAbstractTableModel(parent), document_(document) {
    connect(&document_, &Document::changed, this, [this] {
        stale_ = true;
        if (shown_)
            rebuild();
    });
}

void TableModel::setShown(bool shown) {
    shown_ = shown;
    if (shown_ && stale_)
        rebuild();
}

void TableModel::rebuild() {
    beginResetModel();
    stale_ = false;
    table_ = all_schedules()[static_cast<std::size_t>(schedule_)].make(document_.facts());
    rows_.clear();
    for (const TableGroup& group : table_.groups)
        for (const TableRow& row : group.rows)
            rows_.push_back(&row);
    arrange();
    endResetModel();
    emit shapeChanged();
}

void TableModel::arrange() {
    order_ = rows_;
    const auto shown_cell = [&](const TableRow& row, std::size_t column) {
        return words(shown(row.cells[column], table_.columns[column], row, language_));
    };
    if (!filter_.isEmpty())
        std::erase_if(order_, [&](const TableRow* row) {
            for (std::size_t c = 0; c < row->cells.size(); ++c)
                if (shown_cell(*row, c).contains(filter_, Qt::CaseInsensitive))
                    return false;
            return true;
        });
    if (sort_column_ < 0)
        return;
    const auto column = static_cast<std::size_t>(sort_column_);
    const bool numbers = table_.columns[column].type != CellType::text;
    std::stable_sort(order_.begin(), order_.end(), [&](const TableRow* a, const TableRow* b) {
        if (descending_)
            std::swap(a, b);
        return numbers ? number_of(a->cells[column]) < number_of(b->cells[column])
                       : shown_cell(*a, column).localeAwareCompare(shown_cell(*b, column)) < 0;
    });
}

int TableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(order_.size());
}

int TableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.columns.size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const TableRow& row = *order_[static_cast<std::size_t>(index.row())];
    const TableColumn& column = table_.columns[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return words(shown(row.cells[static_cast<std::size_t>(index.column())], column, row, language_));
    case NumberRole:
        return column.type != CellType::text;
    case SubjectRole:
        return words(row.subject);
    case AccentRole:
        return column.key == table_.accent_column ? words(row.accent) : QString();
    case ToneRole:
        return row.tone == RowTone::attention ? QStringLiteral("attention")
               : row.tone == RowTone::muted   ? QStringLiteral("muted")
                                              : QStringLiteral("plain");
    default:
        return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(heading(section)) : QVariant();
}

QHash<int, QByteArray> TableModel::roleNames() const {
    return {{Qt::DisplayRole, "display"},
            {NumberRole, "number"},
            {SubjectRole, "subject"},
            {AccentRole, "accent"},
            {ToneRole, "tone"}};
}

void TableModel::set_schedule(int schedule) {
    if (schedule == schedule_ || schedule < 0 || schedule >= static_cast<int>(all_schedules().size()))
        return;
    schedule_ = schedule;
    sort_column_ = -1;
    rebuild();
    emit scheduleChanged();
}

QStringList TableModel::schedules() const {
    QStringList out;
    for (const Schedule& schedule : all_schedules())
        out << words(schedule.name, language_);
    return out;
}

void TableModel::set_filter(const QString& filter) {
    if (filter == filter_)
        return;
    filter_ = filter;
    beginResetModel();
    arrange();
    endResetModel();
    emit shapeChanged();
}

void TableModel::set_language(Language language) {
    language_ = language;
    emit languageChanged();
    stale_ = true;
    if (shown_)
        rebuild();
}

void TableModel::sortBy(int column) {
    if (column == sort_column_ && descending_) {
        sort_column_ = -1;
        descending_ = false;
    } else if (column == sort_column_) {
        descending_ = true;
    } else {
        sort_column_ = column;
        descending_ = false;
    }
    beginResetModel();
    arrange();
    endResetModel();
    emit shapeChanged();
}

int TableModel::widthOf(int column) const {
    if (column < 0 || column >= columnCount())
        return 8;
    const TableColumn& at = table_.columns[static_cast<std::size_t>(column)];
    std::int32_t width = display_columns(riser::heading(at, language_));
    const std::size_t step = std::max<std::size_t>(1, rows_.size() / 200);
    for (std::size_t i = 0; i < rows_.size(); i += step)
        width = std::max(
            width, display_columns(shown(rows_[i]->cells[static_cast<std::size_t>(column)], at, *rows_[i], language_)));
    return std::clamp<int>(width + 3, 7, 44);
}

QString TableModel::heading(int column) const {
    return column < 0 || column >= columnCount()
               ? QString()
               : words(riser::heading(table_.columns[static_cast<std::size_t>(column)], language_));
}

QString TableModel::subjectOf(int row) const {
    return row < 0 || row >= rowCount() ? QString() : words(order_[static_cast<std::size_t>(row)]->subject);
}

int TableModel::rowOf(const QString& subject) const {
    const AnyId id = id_of(subject);
    for (std::size_t i = 0; i < order_.size(); ++i)
        if (id.value != 0 && order_[i]->subject == id)
            return static_cast<int>(i);
    return -1;
}

} // namespace riser
