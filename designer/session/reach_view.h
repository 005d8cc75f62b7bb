// SPDX-License-Identifier: GPL-3.0-or-later
// Who reaches whom, as a table of the window: worked out in the background while it is shown, again after each edit
// that what is forwarded depends on. The cell that is looked at tells its pairs of VLANs, and of one of them the way of
// a packet or where packets end; its lines are lit on topology and plan.
#pragma once

#include "designer/session/background.h"
#include "designer/session/document.h"
#include "designer/session/reason_view.h"

#include <QAbstractTableModel>
#include <QVariantList>

namespace riser {

struct ReachCell;
struct ReachMatrix;
struct ReachPair;
struct ReachReason;

class ReachView : public QAbstractTableModel {
    Q_OBJECT
    Q_PROPERTY(bool busy READ busy NOTIFY stateChanged)
    Q_PROPERTY(bool current READ current NOTIFY stateChanged) // of the design as it is now
    Q_PROPERTY(double share READ share NOTIFY stateChanged)
    Q_PROPERTY(bool known READ known NOTIFY shapeChanged) // false: the sets of packets grew past all bounds
    Q_PROPERTY(int rows READ row_count NOTIFY shapeChanged)
    Q_PROPERTY(int columns READ column_count NOTIFY shapeChanged)
    Q_PROPERTY(int missing READ missing NOTIFY shapeChanged)
    Q_PROPERTY(int forbidden READ forbidden NOTIFY shapeChanged)
    Q_PROPERTY(int row READ row NOTIFY cellChanged) // of the cell that is looked at; -1: none
    Q_PROPERTY(int column READ column NOTIFY cellChanged)
    Q_PROPERTY(QString title READ title NOTIFY cellChanged)     // "Offices (party) > Mail"
    Q_PROPERTY(QString verdict READ verdict NOTIFY cellChanged) // in a sentence
    Q_PROPERTY(bool explaining READ explaining NOTIFY reasonChanged)
    Q_PROPERTY(QVariantList pairs READ pairs NOTIFY reasonChanged) // {name, state}
    Q_PROPERTY(int pair READ pair NOTIFY reasonChanged)
    Q_PROPERTY(int morePairs READ more_pairs NOTIFY reasonChanged)
    Q_PROPERTY(QVariantList lines READ lines NOTIFY reasonChanged) // {what, words}
  public:
    enum Role { StateRole = Qt::UserRole + 1, WantedRole }; // "reached", …; "must", "apart" or empty
    ReachView(Document& document, ReasonView& reason, QObject* parent);
    ~ReachView() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    bool busy() const { return work_.is_running(); }
    bool current() const { return version_ == document_.version(); }
    double share() const { return work_.share(); }
    bool known() const;
    int row_count() const { return rowCount(); }
    int column_count() const { return columnCount(); }
    int missing() const;
    int forbidden() const;
    int row() const { return row_; }
    int column() const { return column_; }
    QString title() const;
    QString verdict() const;
    bool explaining() const { return asking_.is_running(); }
    QVariantList pairs() const;
    int pair() const { return pair_; }
    int more_pairs() const;
    QVariantList lines() const;
    void set_language(Language language);
    const ReachMatrix& matrix() const; // the last one worked out

    // Kept up to date while its view is shown.
    Q_INVOKABLE void setShown(bool shown);
    // {zone, bodies, colour, plane, vlans}; the plane's name on the first of its rows only.
    Q_INVOKABLE QVariantMap rowHead(int row) const;
    Q_INVOKABLE QVariantMap columnHead(int column) const; // {name, kind}
    Q_INVOKABLE void look(int row, int column);           // outside: at none
    // The next cell whose verdict is not what was asked, from the one looked at; false: there is none.
    Q_INVOKABLE bool nextWrong();
    Q_INVOKABLE void choosePair(int pair);
    // Lights what the line speaks of, all lines for -1. False: nothing of it is drawn.
    Q_INVOKABLE bool light(int line);

  signals:
    void stateChanged();
    void shapeChanged();
    void cellChanged();
    void reasonChanged();

  private:
    struct Known; // of one snapshot
    struct Told;  // of one cell

    void follow();
    void begin();
    void take(std::shared_ptr<const Known> next);
    void explain();
    std::vector<ReachPair> pairs_of_cell() const;
    const ReachCell* cell() const;
    const ReachReason* reason_in_sight() const;

    Document& document_;
    ReasonView& reason_;
    Background work_;
    Background asking_;
    std::shared_ptr<const Known> known_; // never null
    std::uint64_t version_ = 0;
    Language language_ = Language::zh;
    bool shown_ = false;
    bool again_ = false;
    int row_ = -1, column_ = -1;
    std::shared_ptr<const Told> told_; // never null
    int pair_ = -1;
};

} // namespace riser
