// SPDX-License-Identifier: GPL-3.0-or-later
// The mark on a ruler where the pointer is: a plain rectangle of the scene, which is moved without painting anything.
#pragma once

#include <QColor>
#include <QQuickItem>

namespace riser {

class RulerMark : public QQuickItem {
    Q_OBJECT
  public:
    RulerMark(QQuickItem& canvas, Qt::Orientation along);

    // `pointer` in pixels of the canvas; not seen over the corner of the rulers.
    void show_at(QPointF pointer);
    void set_colour(const QColor& colour);

  protected:
    QSGNode* updatePaintNode(QSGNode* before, UpdatePaintNodeData*) override;

  private:
    Qt::Orientation along_;
    QColor colour_;
};

} // namespace riser
