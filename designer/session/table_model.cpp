// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/table_model.h"

#include "designer/session/row_filter.h"
#include "designer/session/table_cells.h"
#include "designer/session/words.h"
#include "exporters/tables/table.h"

#include <QCollator>

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace riser {

TableModel::TableModel(Document& document, QObject* parent)
    : QAbstractTableModel(parent), document_(document), cells_(new TableCells(document, *this)) {
    connect(&document_, &Document::changed, this, [this] {
        stale_ = true;
        if (shown_)
            refresh();
    });
}

QObject* TableModel::cells() const { return cells_; }

void TableModel::setShown(bool shown) {
    shown_ = shown;
    if (shown_ && stale_)
        refresh();
}

Grid TableModel::make() const {
    const GridEntry& entry = all_grids()[grid_at_];
    return entry.kind ? Grid::of_rows(document_.design(), *entry.kind)
                      : Grid::of_schedule(document_.facts(), entry.schedule);
}

void TableModel::reset_with(const std::function<void()>& change) {
    beginResetModel();
    change();
    arrange();
    endResetModel();
    emit placesChanged();
    emit shapeChanged();
}

void TableModel::rebuild() {
    stale_ = false;
    reset_with([this] { grid_ = std::make_unique<Grid>(make()); });
}

// The rows that are shown keep their places as long as none came or went.
void TableModel::refresh() {
    if (!grid_)
        return rebuild();
    stale_ = false;
    std::optional<Grid> next;
    if (all_grids()[grid_at_].kind && (next = grid_->updated(document_.design()))) {
        *grid_ = std::move(*next);
    } else {
        next = make();
        if (!keep_order_in(*next))
            return reset_with([&] { *grid_ = std::move(*next); });
        *grid_ = std::move(*next);
    }
    if (rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

bool TableModel::keep_order_in(const Grid& next) {
    if (next.size() != grid_->size() || next.columns().size() != grid_->columns().size())
        return false;
    const auto same_subject = [&](std::size_t row) { return next.subject(row) == grid_->subject(row); };
    std::vector<std::size_t> rows(next.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    if (std::ranges::all_of(rows, same_subject))
        return true;
    std::map<AnyId, std::size_t> places;
    for (const std::size_t row : rows)
        if (!places.emplace(next.subject(row), row).second)
            return false;
    std::vector<std::size_t> order;
    for (const std::size_t row : order_) {
        const auto found = places.find(grid_->subject(row));
        if (found == places.end())
            return false;
        order.push_back(found->second);
    }
    order_ = std::move(order);
    return true;
}

void TableModel::arrange() {
    columns_.clear();
    const auto chosen = hidden_.find(all_grids()[grid_at_].key);
    for (std::size_t c = 0; c < grid_->columns().size(); ++c) {
        const GridColumn& column = grid_->columns()[c];
        if (chosen == hidden_.end() ? !column.set_apart : !chosen->second.contains(column.key))
            columns_.push_back(c);
    }
    order_.resize(grid_->size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    if (const RowFilter filter(*grid_, filter_.toStdString(), language_); !filter.empty())
        std::erase_if(order_, [&](std::size_t row) { return !filter.holds(row); });
    sort();
}

void TableModel::sort() {
    if (!sort_column_ || *sort_column_ >= grid_->columns().size())
        return;
    const std::size_t column = *sort_column_;
    const auto arrange_by = [&](auto keys) {
        std::stable_sort(keys.begin(), keys.end(), [&](const auto& a, const auto& b) {
            return descending_ ? b.first < a.first : a.first < b.first;
        });
        for (std::size_t i = 0; i < keys.size(); ++i)
            order_[i] = keys[i].second;
    };
    if (grid_->columns()[column].number) {
        std::vector<std::pair<std::int64_t, std::size_t>> keys;
        for (const std::size_t row : order_)
            keys.emplace_back(grid_->number(row, column), row);
        return arrange_by(std::move(keys));
    }
    QCollator collator(language_ == Language::zh ? QLocale(QLocale::Chinese) : QLocale(QLocale::English));
    collator.setNumericMode(true);
    std::vector<std::pair<QCollatorSortKey, std::size_t>> keys;
    for (const std::size_t row : order_)
        keys.emplace_back(collator.sortKey(words(grid_->text(row, column, language_))), row);
    arrange_by(std::move(keys));
}

int TableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(order_.size());
}

int TableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const std::size_t row = row_behind(index.row());
    const std::size_t column = column_behind(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return words(grid_->text(row, column, language_));
    case NumberRole:
        return grid_->columns()[column].number;
    case SubjectRole:
        return words(grid_->subject(row));
    case AccentRole:
        return words(grid_->accent(row, column));
    case ToneRole:
        return grid_->tone(row) == RowTone::attention ? QStringLiteral("attention")
               : grid_->tone(row) == RowTone::muted   ? QStringLiteral("muted")
                                                      : QStringLiteral("plain");
    case EditableRole:
        return !document_.is_read_only() && grid_->target(row, column).has_value();
    case PinnedRole:
        return grid_->pinned(row, column);
    default:
        return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(heading(section)) : QVariant();
}

QHash<int, QByteArray> TableModel::roleNames() const {
    return {{Qt::DisplayRole, "display"}, {NumberRole, "number"},     {SubjectRole, "subject"}, {AccentRole, "accent"},
            {ToneRole, "tone"},           {EditableRole, "editable"}, {PinnedRole, "pinned"}};
}

QString TableModel::grid_key() const { return words(all_grids()[grid_at_].key); }

QString TableModel::grid_name() const { return words(all_grids()[grid_at_].name, language_); }

void TableModel::set_grid(const QString& key) {
    const std::size_t at = grid_called(key.toStdString());
    if (at == grid_at_ || at == all_grids().size())
        return;
    grid_at_ = at;
    sort_column_.reset();
    descending_ = false;
    filter_.clear();
    rebuild();
    emit gridChanged();
}

QVariantList TableModel::gridsFor(const QString& wanted) const {
    QVariantList out;
    for (const GridEntry& entry : all_grids()) {
        const QString name = words(entry.name, language_), group = words(entry.group, language_);
        const QString text = name + QLatin1Char(' ') + group + QLatin1Char(' ') + words(entry.key);
        bool holds = true;
        for (const QString& word : wanted.split(QLatin1Char(' '), Qt::SkipEmptyParts))
            holds = holds && text.contains(word, Qt::CaseInsensitive);
        if (!holds)
            continue;
        const int rows = entry.kind ? static_cast<int>(document_.design().rows(*entry.kind).size()) : -1;
        out << QVariantMap{{QStringLiteral("key"), words(entry.key)},
                           {QStringLiteral("name"), name},
                           {QStringLiteral("group"), group},
                           {QStringLiteral("rows"), rows},
                           {QStringLiteral("current"), entry.key == all_grids()[grid_at_].key}};
    }
    return out;
}

QVariantList TableModel::allColumns() const {
    QVariantList out;
    for (std::size_t c = 0; grid_ && c < grid_->columns().size(); ++c)
        out << QVariantMap{{QStringLiteral("key"), words(grid_->columns()[c].key)},
                           {QStringLiteral("name"), words(grid_->columns()[c].heading, language_)},
                           {QStringLiteral("shown"), std::ranges::find(columns_, c) != columns_.end()}};
    return out;
}

void TableModel::showColumn(const QString& key, bool shown) {
    std::set<std::string> hidden;
    for (const QVariant& column : allColumns())
        if (const QVariantMap at = column.toMap(); !at[QStringLiteral("shown")].toBool())
            hidden.insert(at[QStringLiteral("key")].toString().toStdString());
    if (shown)
        hidden.erase(key.toStdString());
    else
        hidden.insert(key.toStdString());
    if (!grid_ || hidden.size() >= grid_->columns().size())
        return;
    hidden_[all_grids()[grid_at_].key] = std::move(hidden);
    reset_with([] {});
}

void TableModel::set_filter(const QString& filter) {
    if (filter == filter_)
        return;
    filter_ = filter;
    if (grid_)
        reset_with([] {});
}

void TableModel::set_language(Language language) {
    language_ = language;
    emit languageChanged();
    emit gridChanged();
    if (grid_)
        reset_with([] {});
}

int TableModel::sort_column() const {
    const auto found = sort_column_ ? std::ranges::find(columns_, *sort_column_) : columns_.end();
    return found == columns_.end() ? -1 : static_cast<int>(found - columns_.begin());
}

void TableModel::sortBy(int column) {
    if (column < 0 || column >= columnCount())
        return;
    const std::size_t at = column_behind(column);
    if (sort_column_ == at && descending_)
        sort_column_.reset();
    else
        descending_ = std::exchange(sort_column_, at) == at;
    if (!sort_column_)
        descending_ = false;
    reset_with([] {});
}

int TableModel::widthOf(int column) const {
    if (column < 0 || column >= columnCount())
        return 8;
    const std::size_t at = column_behind(column);
    std::int32_t width = display_columns(grid_->columns()[at].heading.in(language_)) + 2;
    const std::size_t step = std::max<std::size_t>(1, grid_->size() / 200);
    for (std::size_t row = 0; row < grid_->size(); row += step)
        width = std::max(width, display_columns(grid_->text(row, at, language_)));
    return std::clamp<int>(width + 3, 7, 44);
}

QString TableModel::heading(int column) const {
    return column < 0 || column >= columnCount() ? QString()
                                                 : words(grid_->columns()[column_behind(column)].heading, language_);
}

bool TableModel::editableColumn(int column) const {
    return column >= 0 && column < columnCount() && !grid_->columns()[column_behind(column)].fixed;
}

QString TableModel::subjectOf(int row) const {
    return row < 0 || row >= rowCount() ? QString() : words(grid_->subject(row_behind(row)));
}

int TableModel::rowOf(const QString& subject) const {
    const AnyId id = id_of(subject);
    for (std::size_t i = 0; i < order_.size(); ++i)
        if (id.value != 0 && grid_->subject(order_[i]) == id)
            return static_cast<int>(i);
    return -1;
}

int TableModel::reveal(const QString& subject) {
    const AnyId id = id_of(subject);
    if (!document_.design().contains(id))
        return -1;
    setShown(true);
    int row = rowOf(subject);
    const bool here = row >= 0 || [&] {
        for (std::size_t i = 0; i < grid_->size(); ++i)
            if (grid_->subject(i) == id)
                return true;
        return false;
    }();
    if (!here)
        set_grid(words(table_name(id.kind)));
    if (row = rowOf(subject); row < 0) {
        set_filter({});
        row = rowOf(subject);
    }
    if (row >= 0)
        cells_->selectRow(row);
    return row;
}

} // namespace riser
