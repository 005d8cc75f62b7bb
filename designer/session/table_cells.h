// SPDX-License-Identifier: GPL-3.0-or-later
// Which cells of the table are selected, and what is typed, cleared, copied and pasted there. Each of these is one
// step of the history, or refused cell by cell with what is wrong and what to do, and then nothing is changed.
#pragma once

#include "designer/session/document.h"
#include "model/edits/cell_edits.h"

#include <QPoint>
#include <QRect>
#include <QVariantList>

namespace riser {

class TableModel;

class TableCells : public QObject {
    Q_OBJECT
    Q_PROPERTY(int row READ row NOTIFY changed) // of the current cell; -1: none
    Q_PROPERTY(int column READ column NOTIFY changed)
    Q_PROPERTY(QVariantList ranges READ ranges NOTIFY changed) // rectangles of columns and rows
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QVariantList problems READ problems NOTIFY problemsChanged) // {row, column, text}
  public:
    TableCells(Document& document, TableModel& table);

    int row() const { return current_.y(); }
    int column() const { return current_.x(); }
    QVariantList ranges() const;
    int count() const; // of cells, each once
    QVariantList problems() const { return problems_; }
    const std::vector<QRect>& selected() const { return ranges_; }

    // A press on a cell, then the pointer over another; Shift stretches the last range, Ctrl begins one more.
    Q_INVOKABLE void press(int row, int column, bool shift, bool control);
    Q_INVOKABLE void drag(int row, int column);
    Q_INVOKABLE void pressColumn(int column, bool shift, bool control);
    Q_INVOKABLE void selectRow(int row);
    Q_INVOKABLE void selectAll();
    Q_INVOKABLE void move(int rows, int columns, bool stretch); // stops at the edges
    Q_INVOKABLE QStringList subjects() const;                   // of the selected rows, in order

    // What is typed to have what the current cell has; and other values it may have.
    Q_INVOKABLE QString typed() const;
    Q_INVOKABLE QStringList offers(const QString& words) const;
    Q_INVOKABLE bool editable() const;
    Q_INVOKABLE bool set(const QString& text);  // the current cell
    Q_INVOKABLE bool fill(const QString& text); // every selected cell
    Q_INVOKABLE bool clear();
    Q_INVOKABLE bool letGo(); // unpins
    // Of the smallest rectangle around the selection; unselected cells in it are empty.
    Q_INVOKABLE QString copied() const;
    // Into the selection when it is a multiple of the block, else from its first cell on.
    Q_INVOKABLE bool paste(const QString& text);
    Q_INVOKABLE void forgetProblems();

  signals:
    void changed();
    void problemsChanged();

  private:
    struct Wish {
        QPoint cell;
        std::string text;
    };
    QPoint bounded(QPoint cell) const;
    std::vector<QPoint> cells() const; // by row, then column, each once
    QRect bounds() const;
    bool perform(const Text& name, const std::vector<Wish>& wishes);
    Text place_of(QPoint cell) const;
    void refuse(QPoint cell, const Text& why);
    void restore();

    Document& document_;
    TableModel& table_;
    std::vector<QRect> ranges_; // the last one is being stretched
    QPoint anchor_{-1, -1};
    QPoint current_{-1, -1};
    AnyId current_subject_;
    QVariantList problems_;
};

// Rows of cells as spreadgrids put them on the clipboard: tabs and line ends, quotes around cells that hold them.
std::vector<std::vector<std::string>> cells_of_tsv(std::string_view text);
std::string tsv_cell(const std::string& text);

} // namespace riser
