// SPDX-License-Identifier: GPL-3.0-or-later
// What the floors panel does with floors: add, copy, exchange, heights, delete. Each is one step of the history;
// lengths are typed as everywhere ("4000", "4.2 m").
#pragma once

#include "designer/session/document.h"
#include "model/fields/field.h"

#include <QObject>
#include <QVariantMap>

namespace riser {

class FloorEditor : public QObject {
    Q_OBJECT
  public:
    FloorEditor(Document& document, QObject* parent);
    void set_language(Language language) { language_ = language; }

    // label, name, elevation and height as they would be typed, index (from the lowest) and count of its building.
    Q_INVOKABLE QVariantMap describe(const QString& floor) const;
    // What a floor next to it would be called: "4F" above "3F", "B2" below "B1", "3F-1" where the next is taken.
    Q_INVOKABLE QString nextLabel(const QString& floor, bool above) const;
    // The new floor, with the contents of `floor` when it is a copy; empty when refused, see refused().
    Q_INVOKABLE QString add(const QString& floor, bool above, const QString& label, const QString& name,
                            const QString& height, bool copy);
    Q_INVOKABLE bool move(const QString& floor, bool up);
    Q_INVOKABLE bool change(const QString& floor, const QString& label, const QString& name, const QString& elevation,
                            const QString& height);
    // "12 rooms, 40 outlets, …": what goes with it.
    Q_INVOKABLE QString goesWith(const QString& floor) const;
    Q_INVOKABLE bool remove(const QString& floor);

  signals:
    void refused(const riser::Error& error);

  private:
    bool perform(const Text& name, const Document::Verb& verb);
    Document& document_;
    Language language_ = Language::zh;
};

} // namespace riser
