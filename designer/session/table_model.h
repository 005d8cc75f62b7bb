// SPDX-License-Identifier: GPL-3.0-or-later
// The table on the screen: one grid (rows of a kind, or a schedule), sorted by a column, filtered by words, with the
// columns a person wants. What is edited keeps its place until rows come or go, or it is sorted or filtered again.
// Computed when first shown, and again when the design has changed.
#pragma once

#include "designer/session/document.h"
#include "designer/session/grid.h"

#include <QAbstractTableModel>
#include <QVariantList>

#include <map>
#include <set>

namespace riser {

class TableCells;

class TableModel : public QAbstractTableModel {
    Q_OBJECT
    Q_PROPERTY(QString grid READ grid_key WRITE set_grid NOTIFY gridChanged)
    Q_PROPERTY(QString gridName READ grid_name NOTIFY gridChanged)
    Q_PROPERTY(bool isSchedule READ is_schedule NOTIFY gridChanged)
    Q_PROPERTY(QString filter READ filter WRITE set_filter NOTIFY shapeChanged)
    Q_PROPERTY(int sortColumn READ sort_column NOTIFY shapeChanged)
    Q_PROPERTY(bool descending READ descending NOTIFY shapeChanged)
    Q_PROPERTY(int rows READ shown_rows NOTIFY shapeChanged)
    Q_PROPERTY(int allRows READ all_rows NOTIFY shapeChanged)
    Q_PROPERTY(QObject* cells READ cells CONSTANT)
  public:
    enum Role { NumberRole = Qt::UserRole + 1, SubjectRole, AccentRole, ToneRole, EditableRole, PinnedRole };
    TableModel(Document& document, QObject* parent);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    QString grid_key() const;
    void set_grid(const QString& key);
    QString grid_name() const;
    bool is_schedule() const { return !all_grids()[grid_at_].kind; }
    QString filter() const { return filter_; }
    void set_filter(const QString& filter);
    int sort_column() const; // as shown; -1: none
    bool descending() const { return descending_; }
    int shown_rows() const { return rowCount(); }
    int all_rows() const { return grid_ ? static_cast<int>(grid_->size()) : 0; }
    QObject* cells() const;
    void set_language(Language language);
    Language language() const { return language_; }
    // The grid behind, and which of its rows and columns a shown one is.
    Grid* behind() { return grid_.get(); }
    std::size_t row_behind(int row) const { return order_[static_cast<std::size_t>(row)]; }
    std::size_t column_behind(int column) const { return columns_[static_cast<std::size_t>(column)]; }

    // {key, name, group, rows, current} of the tables whose name or group holds the words.
    Q_INVOKABLE QVariantList gridsFor(const QString& words) const;
    // {key, name, shown} of all columns of the grid.
    Q_INVOKABLE QVariantList allColumns() const;
    Q_INVOKABLE void showColumn(const QString& key, bool shown); // one is always left
    // Sorts by the column, the other way round when it was sorted by it already; a third time, as it was.
    Q_INVOKABLE void sortBy(int column);
    Q_INVOKABLE int widthOf(int column) const; // in half-width characters
    Q_INVOKABLE QString heading(int column) const;
    Q_INVOKABLE bool editableColumn(int column) const;
    Q_INVOKABLE QString subjectOf(int row) const;
    Q_INVOKABLE int rowOf(const QString& subject) const; // -1: none
    // The object's row, in the grid shown when it has one, else in that of its kind; lets the filter go when it hides
    // it. Selects it; -1: no such object.
    Q_INVOKABLE int reveal(const QString& subject);
    // Shown while its view is; else it is not kept up to date.
    Q_INVOKABLE void setShown(bool shown);

  signals:
    void gridChanged();
    void languageChanged();
    void shapeChanged();
    void placesChanged(); // what stands where

  private:
    Grid make() const;
    void rebuild();
    void refresh();
    void reset_with(const std::function<void()>& change);
    void arrange();
    void sort();
    bool keep_order_in(const Grid& next);

    Document& document_;
    Language language_ = Language::zh;
    std::size_t grid_at_ = 0;
    std::unique_ptr<Grid> grid_;
    std::vector<std::size_t> order_;                      // rows as shown
    std::vector<std::size_t> columns_;                    // as shown
    std::map<std::string, std::set<std::string>> hidden_; // by grid, when a person chose
    QString filter_;
    std::optional<std::size_t> sort_column_; // of the grid
    bool descending_ = false;
    bool shown_ = false;
    bool stale_ = true;
    TableCells* cells_ = nullptr;
};

} // namespace riser
