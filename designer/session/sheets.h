// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets for the issuing dialog: the list of them, a new one, issuing and withdrawing. Each is one step of the history.
#pragma once

#include "designer/session/document.h"

#include <QObject>
#include <QVariantList>

namespace riser {

class Sheets : public QObject {
    Q_OBJECT
    // {id, number, shows, state, issued}
    Q_PROPERTY(QVariantList list READ list NOTIFY changed)
    Q_PROPERTY(QVariantList contents READ contents NOTIFY changed) // {key, name}, what a sheet can show
  public:
    Sheets(Document& document, QObject* parent);
    void set_language(Language language);

    QVariantList list() const;
    QVariantList contents() const;
    // Of the floor when that is not empty, else of the whole building. False when refused, see refused().
    Q_INVOKABLE bool add(const QString& number, const QString& content, const QString& floor);
    // "ELV-03" after ELV-02.
    Q_INVOKABLE QString nextNumber() const;
    Q_INVOKABLE bool issue(const QStringList& sheets, const QString& revision, const QString& author,
                           const QString& description);
    Q_INVOKABLE bool withdraw(const QStringList& sheets, const QString& revision, const QString& author,
                              const QString& description);

  signals:
    void changed();
    void refused(const riser::Error& error);
    void done(const QString& what);

  private:
    bool perform(const Text& name, const Document::Verb& verb);
    Document& document_;
    Language language_ = Language::zh;
};

} // namespace riser
