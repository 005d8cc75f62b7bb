// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/import_preview.h"

#include "exporters/drawings/floor_plan.h"

#include <QPainter>
#include <QQmlEngine>
#include <QtQml>

#include <algorithm>

namespace riser {

ImportPreview::ImportPreview(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setOpaquePainting(true);
    setAntialiasing(true);
}

void ImportPreview::componentComplete() {
    QQuickPaintedItem::componentComplete();
    QQmlEngine* engine = qmlEngine(this);
    session_ = engine ? engine->singletonInstance<DesignSession*>(qmlTypeId("Riser", 1, 0, "DesignSession")) : nullptr;
    if (!session_)
        return;
    connect(session_->importer(), &PlanImporter::previewChanged, this, &ImportPreview::redraw);
    connect(session_, &DesignSession::languageChanged, this, &ImportPreview::redraw);
    connect(session_, &DesignSession::themeChanged, this, [this] { update(); });
    redraw();
}

void ImportPreview::redraw() {
    picture_.reset();
    const PlanImporter& importer = *session_->importer();
    if (const Design* design = importer.preview(); design && design->contains(importer.preview_floor())) {
        FloorPlanOptions options;
        options.language = session_->tongue();
        picture_ = std::make_unique<Picture>(floor_plan(Facts(*design), importer.preview_floor(), options).drawing);
    }
    emit pictureChanged();
    update();
}

void ImportPreview::paint(QPainter* painter) {
    const Palette palette(session_ && session_->dark() ? Theme::dark : Theme::light);
    painter->fillRect(boundingRect(), palette.ground());
    if (!picture_)
        return;
    const PaperBox box = picture_->extent();
    if (!(box.width() > 0) || !(box.height() > 0))
        return;
    constexpr double margin = 12;
    PaintView view;
    view.clip = boundingRect();
    view.zoom = std::min((width() - 2 * margin) / box.width(), (height() - 2 * margin) / box.height());
    view.origin = QPointF(width() / 2 - (box.low.x + box.width() / 2) * view.zoom,
                          height() / 2 - (box.low.y + box.height() / 2) * view.zoom);
    picture_->paint(*painter, view, palette, {.hidden = {}, .recolour = {}, .least_symbol = 3, .least_text = 6});
}

} // namespace riser
