// SPDX-License-Identifier: GPL-3.0-or-later
// The findings of the last check, worst first, grouped by rule or by floor, filtered by words; each group has a row of
// its own above its findings. A closing group names the rules that could not be checked: silence is never a pass.
#pragma once

#include "designer/session/checker.h"

#include <QAbstractListModel>

namespace riser {

class FindingsModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(bool byFloor READ by_floor WRITE set_by_floor NOTIFY shapeChanged)
    Q_PROPERTY(QString filter READ filter WRITE set_filter NOTIFY shapeChanged)
    Q_PROPERTY(bool withWaived READ with_waived WRITE set_with_waived NOTIFY shapeChanged)
    Q_PROPERTY(int count READ rowCount NOTIFY shapeChanged)
  public:
    enum Role {
        KindRole = Qt::UserRole + 1, // "group", "finding", "unchecked"
        RuleRole,
        SeverityRole, // "error", "warning", "information"
        TitleRole,
        MessageRole,
        FixRole,
        BasisRole,
        SubjectRole,
        FloorRole,
        WaivedRole,
        CountRole,
        OpenRole
    };
    FindingsModel(Document& document, Checker& checker, QObject* parent);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    bool by_floor() const { return by_floor_; }
    void set_by_floor(bool on);
    QString filter() const { return filter_; }
    void set_filter(const QString& filter);
    bool with_waived() const { return with_waived_; }
    void set_with_waived(bool on);
    void set_language(Language language);
    Q_INVOKABLE void toggle(int row); // opens or shuts the group
    // The row of the next finding after `row`, round; -1 when there is none.
    Q_INVOKABLE int next(int row, int step) const;
    const Finding* finding(int row) const;
    // What a finding is called over several checks, in each of which it may have another row: its rule and subjects.
    // Empty: the row is none.
    Q_INVOKABLE QString nameOf(int row) const;
    // Null: nothing called so was found by the last check.
    const Finding* named(const QString& name) const;

  signals:
    void shapeChanged();

  private:
    struct Line {
        const Finding* finding = nullptr;
        const RuleReport* rule = nullptr;
        QString group;
        Severity severity = Severity::information;
        int count = 0;
    };
    void rebuild();
    void make_lines();

    Document& document_;
    Checker& checker_;
    CheckReport report_; // what the lines point into
    std::vector<Line> lines_;
    std::vector<QString> shut_;
    Language language_ = Language::zh;
    QString filter_;
    bool by_floor_ = false;
    bool with_waived_ = false;
};

} // namespace riser
