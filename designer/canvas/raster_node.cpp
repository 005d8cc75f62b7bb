// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/raster_node.h"

#include <QQuickWindow>
#include <QSGImageNode>

namespace riser {

QSGNode* raster_node(QSGNode* before, QQuickWindow& window, CanvasRaster& raster, const PaintView& view,
                     const CanvasRaster::Paint& paint, qint64* painted) {
    if (view.clip.width() < 1 || view.clip.height() < 1) {
        delete before;
        return nullptr;
    }
    auto* node = static_cast<QSGImageNode*>(before);
    if (!node) {
        node = window.createImageNode();
        node->setOwnsTexture(true);
    }
    const double ratio = window.effectiveDevicePixelRatio();
    const qint64 now = raster.hold(view, ratio, paint);
    if (painted)
        *painted += now;
    const QRect part = raster.in_sight();
    if (now > 0 || !before) {
        node->setTexture(window.createTextureFromImage(raster.image(), QQuickWindow::TextureIsOpaque));
        node->setFiltering(QSGTexture::Nearest);
    }
    node->setSourceRect(part);
    node->setRect(QRectF({0, 0}, QSizeF(part.size()) / ratio));
    return node;
}

} // namespace riser
