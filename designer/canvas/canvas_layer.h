// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that lies over the plan: what is selected, what a tool draws, a ruler. Its item is no larger than what is
// drawn of it, as the whole of an item is repainted, and what lies below it, when anything of it changes.
#pragma once

#include <QQuickPaintedItem>

#include <functional>
#include <optional>

namespace riser {

class CanvasLayer : public QQuickPaintedItem {
    Q_OBJECT
  public:
    // Draws in the pixels of the canvas.
    using Draw = std::function<void(QPainter&)>;
    // Where that will be: empty: nowhere; nothing: to be found by drawing on a device that paints nothing.
    using Where = std::function<std::optional<QRectF>()>;
    CanvasLayer(QQuickItem& canvas, Draw draw, Where where = {});

    // Draws it anew with the next frame.
    void refresh();
    void paint(QPainter* painter) override;

  protected:
    void updatePolish() override;

  private:
    QRect box() const;

    Draw draw_;
    Where where_;
};

} // namespace riser
