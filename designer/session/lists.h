// SPDX-License-Identifier: GPL-3.0-or-later
// Small lists of the window: the layers of the plan, the steps of the history, what a search finds.
#pragma once

#include "designer/session/document.h"
#include "exporters/drawings/drawing.h"

#include <QAbstractListModel>

#include <bitset>

namespace riser {

// Layers that people switch, a line for each group of drawing layers.
class LayersModel : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { NameRole = Qt::UserRole + 1, ShownRole };
    explicit LayersModel(QObject* parent) : QAbstractListModel(parent) {}
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    Q_INVOKABLE void toggle(int row);
    void set_language(Language language);
    const std::bitset<drawing_layer_count>& hidden() const { return hidden_; }

  signals:
    void hiddenChanged();

  private:
    Language language_ = Language::zh;
    std::bitset<drawing_layer_count> hidden_;
};

// Step 0 is the design as it was opened.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int position READ position NOTIFY positionChanged)
  public:
    enum Role { NameRole = Qt::UserRole + 1, UndoneRole };
    HistoryModel(Document& document, QObject* parent);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int position() const { return static_cast<int>(document_.history().position()); }
    Q_INVOKABLE void goTo(int step) { document_.go_to(static_cast<std::size_t>(step)); }
    void set_language(Language language);

  signals:
    void positionChanged();

  private:
    Document& document_;
    Language language_ = Language::zh;
    int count_ = 0;
    int position_ = 0;
};

// Rooms, outlets, points, devices, VLANs, … by label, number or name; the best first.
class SearchModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(QString query READ query WRITE set_query NOTIFY queryChanged)
  public:
    enum Role { IdRole = Qt::UserRole + 1, TitleRole, KindRole, PlaceRole };
    SearchModel(Document& document, QObject* parent) : QAbstractListModel(parent), document_(document) {}
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    QString query() const { return query_; }
    void set_query(const QString& query);
    void set_language(Language language) { language_ = language; }

  signals:
    void queryChanged();

  private:
    struct Match {
        AnyId id;
        QString title;
        QString place;
        int score = 0;
    };
    Document& document_;
    Language language_ = Language::zh;
    QString query_;
    std::vector<Match> matches_;
};

// The floor that a row stands on or belongs to, when it has one.
std::optional<FloorId> floor_of(const Design& design, AnyId id);
// What a plan draws for the row: the row itself, or what it is part of: a jack's outlet, what a cable ends on.
AnyId drawn_for(const Design& design, AnyId id);

} // namespace riser
