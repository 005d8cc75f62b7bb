// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/table_cells.h"

#include "designer/session/table_model.h"
#include "designer/session/words.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

constexpr std::size_t most_problems = 200;

QRect range_between(QPoint a, QPoint b) {
    return {QPoint(std::min(a.x(), b.x()), std::min(a.y(), b.y())),
            QPoint(std::max(a.x(), b.x()), std::max(a.y(), b.y()))};
}

std::string sentence(const Error& error, Language language) {
    const std::string message = error.message.in(language), fix = error.fix.in(language);
    return message + (fix.empty() ? "" : (language == Language::zh ? "；" : "; ") + fix);
}

} // namespace

TableCells::TableCells(Document& document, TableModel& table) : QObject(&table), document_(document), table_(table) {
    connect(&table_, &TableModel::placesChanged, this, &TableCells::restore);
}

// Rows and columns stand elsewhere: what is left is the current row, when it still is there.
void TableCells::restore() {
    const int row = table_.rowOf(words(current_subject_));
    ranges_.clear();
    current_ = row < 0 ? QPoint(-1, -1) : QPoint(std::clamp(current_.x(), 0, table_.columnCount() - 1), row);
    anchor_ = current_;
    if (row >= 0)
        ranges_.push_back(range_between(current_, current_));
    forgetProblems();
    emit changed();
}

QVariantList TableCells::ranges() const {
    QVariantList out;
    for (const QRect& range : ranges_)
        out << QVariant(range);
    return out;
}

int TableCells::count() const {
    if (ranges_.size() == 1)
        return ranges_[0].width() * ranges_[0].height();
    return static_cast<int>(cells().size());
}

QPoint TableCells::bounded(QPoint cell) const {
    return {std::clamp(cell.x(), 0, std::max(0, table_.columnCount() - 1)),
            std::clamp(cell.y(), 0, std::max(0, table_.rowCount() - 1))};
}

std::vector<QPoint> TableCells::cells() const {
    std::vector<QPoint> out;
    for (const QRect& range : ranges_)
        for (int row = range.top(); row <= range.bottom(); ++row)
            for (int column = range.left(); column <= range.right(); ++column)
                out.emplace_back(column, row);
    const auto place = [](QPoint cell) { return std::pair(cell.y(), cell.x()); };
    std::ranges::sort(out, {}, place);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

QRect TableCells::bounds() const {
    QRect out;
    for (const QRect& range : ranges_)
        out = out.united(range);
    return out;
}

void TableCells::press(int row, int column, bool shift, bool control) {
    if (table_.rowCount() == 0 || table_.columnCount() == 0)
        return;
    const QPoint cell = bounded({column, row});
    if (shift && current_.x() >= 0 && !ranges_.empty()) {
        ranges_.back() = range_between(anchor_, cell);
    } else {
        if (!control)
            ranges_.clear();
        ranges_.push_back(range_between(cell, cell));
        anchor_ = cell;
    }
    current_ = shift && !ranges_.empty() ? anchor_ : cell;
    current_subject_ = id_of(table_.subjectOf(current_.y()));
    emit changed();
}

void TableCells::drag(int row, int column) {
    if (ranges_.empty())
        return;
    const QRect range = range_between(anchor_, bounded({column, row}));
    if (range == ranges_.back())
        return;
    ranges_.back() = range;
    emit changed();
}

void TableCells::pressColumn(int column, bool shift, bool control) {
    const int last = table_.rowCount() - 1;
    if (last < 0)
        return;
    const int from = shift && current_.x() >= 0 ? anchor_.x() : column;
    press(0, from, false, control);
    ranges_.back() = range_between({from, 0}, bounded({column, last}));
    emit changed();
}

void TableCells::selectRow(int row) {
    press(row, 0, false, false);
    drag(row, table_.columnCount() - 1);
}

void TableCells::selectAll() {
    if (table_.rowCount() == 0)
        return;
    const QPoint at = current_.x() < 0 ? QPoint(0, 0) : current_;
    press(at.y(), at.x(), false, false);
    ranges_ = {range_between({0, 0}, {table_.columnCount() - 1, table_.rowCount() - 1})};
    emit changed();
}

void TableCells::move(int rows, int columns, bool stretch) {
    if (current_.x() < 0 || ranges_.empty())
        return press(0, 0, false, false);
    if (!stretch)
        return press(current_.y() + rows, current_.x() + columns, false, false);
    const QRect& range = ranges_.back();
    // The corner opposite to the anchor moves.
    const QPoint corner(anchor_.x() == range.left() ? range.right() : range.left(),
                        anchor_.y() == range.top() ? range.bottom() : range.top());
    drag(corner.y() + rows, corner.x() + columns);
}

QStringList TableCells::subjects() const {
    std::vector<int> rows;
    for (const QRect& range : ranges_)
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    std::ranges::sort(rows);
    QStringList out;
    for (const int row : rows)
        if (const QString subject = table_.subjectOf(row); !subject.isEmpty())
            out << subject;
    out.removeDuplicates();
    return out;
}

QString TableCells::typed() const {
    return current_.x() < 0 ? QString()
                            : words(table_.behind()->typed(table_.row_behind(current_.y()),
                                                           table_.column_behind(current_.x()), table_.language()));
}

QStringList TableCells::offers(const QString& typed) const {
    QStringList out;
    if (current_.x() < 0)
        return out;
    const GridColumn& column = table_.behind()->columns()[table_.column_behind(current_.x())];
    if (column.field)
        for (const std::string& offer :
             table_.behind()->spoken().offers(*column.field, typed.toStdString(), table_.language(), 40))
            out << words(offer);
    return out;
}

bool TableCells::editable() const {
    return current_.x() >= 0 && table_.index(current_.y(), current_.x()).data(TableModel::EditableRole).toBool();
}

bool TableCells::set(const QString& text) {
    if (current_.x() < 0)
        return false;
    const std::string heading = table_.heading(current_.x()).toStdString();
    return perform({"设置" + heading, "Set " + heading}, {{current_, text.toStdString()}});
}

bool TableCells::fill(const QString& text) {
    std::vector<Wish> wishes;
    for (const QPoint cell : cells())
        wishes.push_back({cell, text.toStdString()});
    const std::string count = std::to_string(wishes.size());
    return perform({"填写 " + count + " 格", "Fill " + count + " cells"}, wishes);
}

bool TableCells::clear() {
    std::vector<Wish> wishes;
    for (const QPoint cell : cells())
        wishes.push_back({cell, {}});
    const std::string count = std::to_string(wishes.size());
    return perform({"清除 " + count + " 格", "Clear " + count + " cells"}, wishes);
}

bool TableCells::letGo() {
    Grid& grid = *table_.behind();
    return document_
        .perform({"解除锁定", "Let go"},
                 [&](Edit& edit) -> Result<void> {
                     for (const QPoint cell : cells()) {
                         const std::size_t row = table_.row_behind(cell.y()), column = table_.column_behind(cell.x());
                         if (const auto to = grid.target(row, column); to && grid.pinned(row, column))
                             if (Result<void> let = unpin(edit, to->row, grid.columns()[column].field->key); !let)
                                 return let;
                     }
                     return {};
                 })
        .has_value();
}

QString TableCells::copied() const {
    std::string out;
    const QRect around = bounds();
    Grid* grid = table_.behind();
    for (int row = around.top(); row <= around.bottom() && !ranges_.empty(); ++row) {
        for (int column = around.left(); column <= around.right(); ++column) {
            const auto holds = [&](const QRect& range) { return range.contains(column, row); };
            if (column > around.left())
                out += '\t';
            if (std::ranges::any_of(ranges_, holds))
                out += tsv_cell(grid->typed(table_.row_behind(row), table_.column_behind(column), table_.language()));
        }
        out += '\n';
    }
    return words(out);
}

bool TableCells::paste(const QString& text) {
    const auto block = cells_of_tsv(text.toStdString());
    std::size_t wide = 0;
    for (const auto& row : block)
        wide = std::max(wide, row.size());
    if (wide == 0 || current_.x() < 0)
        return false;
    const int rows = static_cast<int>(block.size()), columns = static_cast<int>(wide);
    QRect into(bounds().topLeft(), QSize(columns, rows));
    if (ranges_.size() == 1 && bounds().width() % columns == 0 && bounds().height() % rows == 0)
        into = bounds();
    forgetProblems();
    if (into.bottom() >= table_.rowCount() || into.right() >= table_.columnCount()) {
        const std::string size = std::to_string(rows) + " × " + std::to_string(columns);
        refuse(into.topLeft(),
               {"粘贴的 " + size + " 块超出表格；请从更靠左上的单元格开始，或先取消筛选",
                "the block of " + size + " does not fit here; begin further up or left, or let the filter go"});
        return false;
    }
    std::vector<Wish> wishes;
    for (int row = 0; row < into.height(); ++row) {
        const auto& cells = block[static_cast<std::size_t>(row % rows)];
        for (int column = 0; column < into.width(); ++column)
            if (const auto at = static_cast<std::size_t>(column % columns); at < cells.size())
                wishes.push_back({into.topLeft() + QPoint(column, row), cells[at]});
    }
    const std::string count = std::to_string(wishes.size());
    const int rows_before = table_.rowCount();
    if (!perform({"粘贴 " + count + " 格", "Paste " + count + " cells"}, wishes))
        return false;
    if (table_.rowCount() != rows_before)
        return true; // a schedule leaves out what was pasted so: nothing stands where it stood
    ranges_ = {into};
    anchor_ = into.topLeft();
    current_ = anchor_;
    emit changed();
    return true;
}

bool TableCells::perform(const Text& name, const std::vector<Wish>& wishes) {
    forgetProblems();
    Grid& grid = *table_.behind();
    std::vector<CellChange> changes;
    std::vector<QPoint> places;
    std::map<std::pair<AnyId, std::string>, std::string> given;
    for (const Wish& wish : wishes) {
        const std::size_t row = table_.row_behind(wish.cell.y()), column = table_.column_behind(wish.cell.x());
        const GridColumn& at = grid.columns()[column];
        const std::optional<CellTarget> to = grid.target(row, column);
        if (!to) {
            // What was copied with its row may come back.
            if (wish.text != grid.text(row, column, table_.language()))
                refuse(wish.cell,
                       {"此格由软件算出，不能修改；请改其来源", "it is computed; change what it comes from"});
            continue;
        }
        std::string key(at.field->key);
        if (at.field->type == FieldType::bilingual)
            key += at.half == Language::zh ? ".zh" : ".en";
        const auto [other, fresh] = given.emplace(std::pair(to->row, key), wish.text);
        if (!fresh && other->second != wish.text)
            refuse(wish.cell, {"同一对象在另一行被设为 “" + other->second + "”；请只给一个值",
                               "another row sets the same object to \"" + other->second + "\"; give one value"});
        if (!fresh)
            continue;
        changes.push_back({to->row, std::move(key), wish.text, at.number ? at.factor : 0});
        places.push_back(wish.cell);
    }
    const Result<void> done = document_.perform(name, [&](Edit& edit) -> Result<void> {
        for (const RefusedCell& refused : set_cells(edit, grid.spoken(), changes))
            refuse(places[refused.at], {sentence(refused.error, Language::zh), sentence(refused.error, Language::en)});
        if (!problems_.isEmpty())
            return Error{.code = ErrorCode::refused,
                         .message = {"有单元格被拒绝", "cells were refused"},
                         .fix = {},
                         .where = {}};
        return {};
    });
    if (!done && problems_.isEmpty() && !wishes.empty())
        refuse(wishes.front().cell, {sentence(done.error(), Language::zh), sentence(done.error(), Language::en)});
    return done.has_value();
}

Text TableCells::place_of(QPoint cell) const {
    const std::string row = std::to_string(cell.y() + 1), column = table_.heading(cell.x()).toStdString();
    const AnyId id = id_of(table_.subjectOf(cell.y()));
    const auto name = [&](Language language) {
        const std::string known = name_of(document_.design(), id, language).toStdString();
        return known.empty() ? "" : language == Language::zh ? "（" + known + "）" : " (" + known + ")";
    };
    return {"第 " + row + " 行" + name(Language::zh) + "“" + column + "”：",
            "row " + row + name(Language::en) + ", " + column + ": "};
}

void TableCells::refuse(QPoint cell, const Text& why) {
    if (static_cast<std::size_t>(problems_.size()) < most_problems) {
        const Text place = place_of(cell);
        const Text text{place.zh + why.zh, place.en + why.en};
        problems_ << QVariantMap{{QStringLiteral("row"), cell.y()},
                                 {QStringLiteral("column"), cell.x()},
                                 {QStringLiteral("text"), words(text, table_.language())}};
    }
    emit problemsChanged();
}

void TableCells::forgetProblems() {
    if (problems_.isEmpty())
        return;
    problems_.clear();
    emit problemsChanged();
}

std::string tsv_cell(const std::string& text) {
    if (text.find_first_of("\t\n\r\"") == std::string::npos)
        return text;
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

std::vector<std::vector<std::string>> cells_of_tsv(std::string_view text) {
    std::vector<std::vector<std::string>> out;
    if (text.empty())
        return out;
    out.push_back({std::string()});
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string& cell = out.back().back();
        const char c = text[at];
        if (quoted && c == '"' && text.substr(at + 1).starts_with('"'))
            cell += text[++at];
        else if (c == '"' && (quoted || cell.empty()))
            quoted = !quoted;
        else if (quoted || (c != '\t' && c != '\n' && c != '\r'))
            cell += c;
        else if (c == '\t')
            out.back().emplace_back();
        else if (c == '\n' || !text.substr(at + 1).starts_with('\n'))
            out.push_back({std::string()});
    }
    // A line end closes the last row rather than beginning another.
    if (out.size() > 1 && out.back() == std::vector<std::string>{std::string()})
        out.pop_back();
    return out;
}

} // namespace riser
