// SPDX-License-Identifier: GPL-3.0-or-later
// A plain rectangle of the scene, which is moved without painting anything: the marks on the rulers where the pointer
// is, and the corner between them.
#pragma once

#include <QColor>
#include <QQuickItem>

namespace riser {

class ColourPatch : public QQuickItem {
    Q_OBJECT
  public:
    ColourPatch(QQuickItem& canvas, QSizeF size);

    void set_colour(const QColor& colour);

  protected:
    QSGNode* updatePaintNode(QSGNode* before, UpdatePaintNodeData*) override;

  private:
    QColor colour_;
};

} // namespace riser
