// SPDX-License-Identifier: GPL-3.0-or-later
// The types that the design's catalogue holds, by kind, found by words, features (`poe-budget>100`) and price
// (`price<500`), each with how often it is used; of the chosen one its form and its users, and what is done with it.
// Kept up to date while shown.
#pragma once

#include "designer/session/document.h"
#include "designer/session/inspector_model.h"
#include "designer/session/selection.h"
#include "model/edits/catalogue_edits.h"

#include <QAbstractListModel>
#include <QUrl>
#include <QVariantList>

namespace riser {

class CatalogueModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY shapeChanged)         // {key, name, types}
    Q_PROPERTY(QString kind READ kind WRITE set_kind NOTIFY shapeChanged) // empty: all
    Q_PROPERTY(QString query READ query WRITE set_query NOTIFY shapeChanged)
    Q_PROPERTY(int types READ types NOTIFY shapeChanged)
    Q_PROPERTY(QString chosen READ chosen WRITE choose NOTIFY chosenChanged)
    Q_PROPERTY(QString chosenName READ chosen_name NOTIFY chosenChanged)
    Q_PROPERTY(QVariantList users READ users NOTIFY chosenChanged) // {id, name}, the first 200
    Q_PROPERTY(int userCount READ user_count NOTIFY chosenChanged)
    Q_PROPERTY(QAbstractItemModel* form READ form CONSTANT)
    Q_PROPERTY(QString notes READ notes NOTIFY chosenChanged) // of the last import, while its last type is chosen
  public:
    enum Role { IdRole = Qt::UserRole + 1, KindRole, CodeRole, NameRole, FactsRole, PriceRole, UsesRole };
    CatalogueModel(Document& document, Selection& selection, QObject* parent);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    void set_language(Language language);

    QVariantList kinds() const;
    QString kind() const;
    void set_kind(const QString& kind);
    QString query() const { return query_; }
    void set_query(const QString& query);
    int types() const { return rowCount(); }
    QString chosen() const;
    void choose(const QString& id);
    QString chosen_name() const;
    QVariantList users() const;
    int user_count() const;
    QAbstractItemModel* form() { return &form_; }

    Q_INVOKABLE void setShown(bool shown);
    // Each empty when done, else why not.
    Q_INVOKABLE QString duplicate(); // and chooses the copy
    Q_INVOKABLE QString remove();
    Q_INVOKABLE QString useForSelected();
    // Types of devices from files of the NetBox device type library: all of them or none. Chooses the last.
    Q_INVOKABLE QString importTypes(const QList<QUrl>& files);
    QString notes() const;

  signals:
    void shapeChanged();
    void chosenChanged();

  private:
    void rebuild();
    AnyId id() const { return chosen_.empty() ? AnyId() : chosen_.ids().front(); }
    bool price_allows(AnyId type, const QString& word) const;
    std::optional<Money> price_of(AnyId type) const;
    QString facts_of(AnyId type) const;
    QString done(const Result<void>& result) const { return result ? QString() : words_of(result.error()); }
    QString words_of(const Error& error) const;

    Document& document_;
    Selection& selection_;
    Selection chosen_;
    InspectorModel form_;
    Language language_ = Language::zh;
    std::optional<Kind> kind_;
    QString query_;
    std::vector<AnyId> types_;
    TypeUses uses_;
    std::pair<AnyId, std::vector<Text>> notes_;
    bool shown_ = false;
    bool stale_ = true;
};

} // namespace riser
