// SPDX-License-Identifier: GPL-3.0-or-later
// A schedule as a table on the screen: the documents' own table values, sorted by a column and filtered by words, each
// row knowing the object it is about. Computed when first shown, and again when the design has changed.
#pragma once

#include "designer/session/document.h"
#include "exporters/tables/table.h"

#include <QAbstractTableModel>

namespace riser {

class TableModel : public QAbstractTableModel {
    Q_OBJECT
    Q_PROPERTY(int schedule READ schedule WRITE set_schedule NOTIFY scheduleChanged)
    Q_PROPERTY(QStringList schedules READ schedules NOTIFY languageChanged)
    Q_PROPERTY(QString filter READ filter WRITE set_filter NOTIFY shapeChanged)
    Q_PROPERTY(int sortColumn READ sort_column NOTIFY shapeChanged)
    Q_PROPERTY(bool descending READ descending NOTIFY shapeChanged)
    Q_PROPERTY(int rows READ shown_rows NOTIFY shapeChanged)
    Q_PROPERTY(int allRows READ all_rows NOTIFY shapeChanged)
  public:
    enum Role { NumberRole = Qt::UserRole + 1, SubjectRole, AccentRole, ToneRole };
    TableModel(Document& document, QObject* parent);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int schedule() const { return schedule_; }
    void set_schedule(int schedule);
    QStringList schedules() const;
    QString filter() const { return filter_; }
    void set_filter(const QString& filter);
    int sort_column() const { return sort_column_; }
    bool descending() const { return descending_; }
    int shown_rows() const { return rowCount(); }
    int all_rows() const { return static_cast<int>(rows_.size()); }
    void set_language(Language language);
    // Sorts by the column, the other way round when it was sorted by it already; a third time, as the document has it.
    Q_INVOKABLE void sortBy(int column);
    Q_INVOKABLE int widthOf(int column) const; // in half-width characters
    Q_INVOKABLE QString heading(int column) const;
    Q_INVOKABLE QString subjectOf(int row) const;
    Q_INVOKABLE int rowOf(const QString& subject) const; // -1: none
    // Shown while its view is; else it is not kept up to date.
    Q_INVOKABLE void setShown(bool shown);

  signals:
    void scheduleChanged();
    void languageChanged();
    void shapeChanged();

  private:
    void rebuild();
    void arrange();

    Document& document_;
    Language language_ = Language::zh;
    int schedule_ = 0;
    TableDocument table_;
    std::vector<const TableRow*> rows_;  // as the document has them
    std::vector<const TableRow*> order_; // as shown
    QString filter_;
    int sort_column_ = -1;
    bool descending_ = false;
    bool shown_ = false;
    bool stale_ = true;
};

} // namespace riser
