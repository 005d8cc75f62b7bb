// SPDX-License-Identifier: GPL-3.0-or-later
// The floors, from the top down, with how many points each has.
#pragma once

#include "designer/session/document.h"

#include <QAbstractListModel>

#include <unordered_map>

namespace riser {

class FloorsModel : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { IdRole = Qt::UserRole + 1, LabelRole, NameRole, ElevationRole, PointsRole, BuildingRole };
    FloorsModel(Document& document, QObject* parent);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    void set_language(Language language);
    // The lowest storey above ground that has rooms, else the first there is.
    FloorId first() const;
    int row_of(FloorId floor) const; // -1: none

  private:
    void follow();
    void count_all();
    bool count_changes();
    void refresh();
    struct Row {
        FloorId id;
        QString label;
        Text name;
        Text building; // empty when there is one only
        Millimetres elevation;
        int points = 0;
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> rows_now() const;
    Document& document_;
    Language language_ = Language::zh;
    std::vector<Row> rows_;
    std::uint64_t counted_ = 0; // version of the document
    std::unordered_map<OutletId, FloorId> floor_of_;
    std::unordered_map<JackId, FloorId> jacks_;
    std::unordered_map<FloorId, int> points_;
};

} // namespace riser
