// SPDX-License-Identifier: GPL-3.0-or-later
// The form of the selected rows, generated from the field table: one line a field that all of them have, with its value
// (or that they differ), unit, choices, whether a person pinned it, and after the fields where the rows came from. What
// is typed is set on all of them in one step of the history, or refused with the reason.
#pragma once

#include "designer/session/document.h"
#include "designer/session/selection.h"
#include "model/fields/field.h"

#include <QAbstractListModel>

namespace riser {

class InspectorModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(QString title READ title NOTIFY headChanged)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY headChanged)
    Q_PROPERTY(QString origin READ origin NOTIFY headChanged)
    Q_PROPERTY(int selected READ selected NOTIFY headChanged)
  public:
    enum Role {
        KeyRole = Qt::UserRole + 1,
        LabelRole,
        ValueRole, // canonical text; empty when they differ
        ShownRole, // as people read it
        KindRole,  // "text", "number", "flag", "choice", "reference", "fixed"
        UnitRole,
        ChoicesRole, // labels
        KeysRole,    // of the choices
        MixedRole,
        PinnedRole,
        OptionalRole
    };
    InspectorModel(Document& document, Selection& selection, QObject* parent);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    void set_language(Language language);

    QString title() const;
    QString subtitle() const;
    QString origin() const;
    int selected() const { return static_cast<int>(rows_.size()); }

    // Empty when it was taken, else why not.
    Q_INVOKABLE QString set(const QString& key, const QString& text);
    Q_INVOKABLE void unpin(const QString& key);

  signals:
    void headChanged();
    // Other rows are about to be shown: what was typed for these is set at leaving(), which does not come when one of
    // them is gone, and never after left().
    void leaving();
    void left();

  private:
    struct Line {
        const Field* field = nullptr;
        std::string suffix; // ".zh", ".en" of bilingual fields
    };
    void rebuild();
    void refresh();
    QString text_of(const Line& line, AnyId id) const;
    bool mixed(const Line& line) const;
    QString shown(const Line& line) const;
    Line line_of(const QString& key) const;

    Document& document_;
    Selection& selection_;
    Language language_ = Language::zh;
    std::vector<AnyId> rows_; // of one kind
    const Record* record_ = nullptr;
    std::vector<Line> lines_;
};

} // namespace riser
