// SPDX-License-Identifier: GPL-3.0-or-later
// Which body uses which zone, as a table to be edited: zones down under their networks, bodies across, then grade,
// VLANs and how full their prefixes are. A body stands in a zone because the zone names it, or because no other zone of
// desks there is its own (ZoneBodies): then it is shown, paler. Each change is one step of the history; what the check
// finds about a zone stands beside it.
#pragma once

#include "designer/session/background.h"
#include "designer/session/checker.h"
#include "designer/session/document.h"
#include "solvers/analysis/zone_bodies.h"

#include <QAbstractTableModel>
#include <QVariantList>

namespace riser {

class ZoneMatrix : public QAbstractTableModel {
    Q_OBJECT
    Q_PROPERTY(int rows READ row_count NOTIFY shapeChanged)
    Q_PROPERTY(int bodies READ body_count NOTIFY shapeChanged)      // the first columns; then grade, VLANs, used, free
    Q_PROPERTY(QVariantList grades READ grades NOTIFY shapeChanged) // {key, name}
  public:
    // Display: what the cell says. State of a body's cell: "named", "implied" or empty; of a grade its key.
    enum Role { StateRole = Qt::UserRole + 1, PlaneRole, ShareRole, ProblemRole };
    static constexpr int figures = 4; // columns behind the bodies
    ZoneMatrix(Document& document, Checker& checker, QObject* parent);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int row_count() const { return rowCount(); }
    int body_count() const { return static_cast<int>(bodies_.size()); }
    QVariantList grades() const;
    void set_language(Language language);

    // {id, name, plane, role, grade, severity, problems}; the plane's name on the first of its zones only.
    Q_INVOKABLE QVariantMap rowHead(int row) const;
    Q_INVOKABLE QVariantMap columnHead(int column) const; // {name, letter, colour}
    // A body begins or ceases to use a zone by name. False when refused: see refused().
    Q_INVOKABLE bool toggle(int row, int column);
    Q_INVOKABLE bool setGrade(int row, const QString& key);
    Q_INVOKABLE void setShown(bool shown); // figures are worked out while its view is

  signals:
    void shapeChanged();
    void refused(const riser::Error& error);

  private:
    // Of the version-4 prefixes of a zone's VLANs.
    struct Use {
        int vlans = 0;
        std::int64_t hosts = 0, room = 0;
        std::optional<std::int64_t> least; // addresses left where fewest are
        QString tightest;                  // VLAN
        bool operator==(const Use&) const = default;
    };

    void follow();
    void refresh();
    void measure();
    const Zone& zone(int row) const;
    QString figure(const Zone& zone, int which) const;
    std::vector<const Finding*> findings_of(ZoneId zone) const;
    QString state_of(const Zone& zone, BodyId body) const;
    bool perform(const Text& name, const Document::Verb& verb);

    Document& document_;
    Checker& checker_;
    Background work_;
    std::vector<ZoneId> zones_;
    std::vector<BodyId> bodies_;
    std::map<ZoneId, Use> uses_;
    std::uint64_t measured_ = 0;
    Language language_ = Language::zh;
    bool shown_ = false;
    bool again_ = false;
};

} // namespace riser
