// SPDX-License-Identifier: GPL-3.0-or-later
// Selecting by a rule as it is typed: how many it finds, or where it is wrong; and rows like those selected. The result
// becomes the selection, over all floors.
#pragma once

#include "designer/session/checker.h"
#include "designer/session/related.h"
#include "designer/session/selection.h"

namespace riser {

class RuleSelector : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString query READ query WRITE set_query NOTIFY changed)
    Q_PROPERTY(bool isRule READ is_rule NOTIFY changed) // it names a kind, so is likely meant as one
    Q_PROPERTY(int count READ count NOTIFY changed)     // -1: it is wrong
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
  public:
    RuleSelector(Document& document, Checker& checker, Selection& selection, QObject* parent);

    QString query() const { return query_; }
    void set_query(const QString& query);
    bool is_rule() const { return is_rule_; }
    int count() const { return error_ ? -1 : static_cast<int>(found_.size()); }
    QString problem() const;
    void set_language(Language language);

    Q_INVOKABLE void select();
    Q_INVOKABLE void sameKind(); // on the floors of those selected
    Q_INVOKABLE void sameType();
    Q_INVOKABLE void sameRoom();
    Q_INVOKABLE void connected(); // the whole way of the cables

  signals:
    void changed();
    void selected();

  private:
    void become(std::vector<AnyId> ids);
    void same(Same what);
    Document& document_;
    Checker& checker_;
    Selection& selection_;
    Language language_ = Language::zh;
    QString query_;
    bool is_rule_ = false;
    std::vector<AnyId> found_;
    std::optional<Error> error_;
};

} // namespace riser
