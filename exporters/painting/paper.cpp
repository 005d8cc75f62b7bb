// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/painting/paper.h"

#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <cerrno>
#include <cmath>

namespace riser {

namespace {

QPageSize page_of(const Drawing& sheet) {
    return QPageSize(QSizeF(sheet.extent.width(), sheet.extent.height()) / sheet.scale, QPageSize::Millimeter, {},
                     QPageSize::ExactMatch);
}

} // namespace

Result<void> write_pdf(std::span<const Drawing> sheets, const Text& title, Language language,
                       const std::filesystem::path& path) {
    constexpr int resolution = 1200;
    const Error failed{
        ErrorCode::io, {"无法写文件 " + path.string(), "cannot write " + path.string()}, {}, {path.string(), 0, 0}};
    if (sheets.empty())
        return failed;
    QPdfWriter pdf(QString::fromStdString(path.string()));
    pdf.setResolution(resolution);
    pdf.setTitle(QString::fromStdString(title.in(language)));
    pdf.setCreator(QStringLiteral("Riser"));
    pdf.setPageMargins(QMarginsF());
    pdf.setPageSize(page_of(sheets[0]));
    QPainter painter;
    if (!painter.begin(&pdf))
        return failed;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        if (i > 0) {
            pdf.setPageSize(page_of(sheets[i]));
            if (!pdf.newPage())
                return failed;
        }
        PaintView view;
        view.zoom = resolution / 25.4 / sheets[i].scale;
        view.origin = {-sheets[i].extent.low.x * view.zoom, -sheets[i].extent.low.y * view.zoom};
        view.clip = QRectF(0, 0, sheets[i].extent.width() * view.zoom, sheets[i].extent.height() * view.zoom);
        Picture(sheets[i]).paint(painter, view, Palette(Theme::paper),
                                 {.hidden = {}, .recolour = {}, .least_symbol = 0, .least_text = 0});
    }
    if (!painter.end())
        return failed;
    return {};
}

QImage image_of(const Picture& picture, int pixels, Theme theme, const PaintOptions& options) {
    const PaperBox extent = picture.extent();
    PaintView view;
    view.zoom = pixels / std::max(extent.width(), 1.0);
    view.origin = {-extent.low.x * view.zoom, -extent.low.y * view.zoom};
    const int height = std::max(1, static_cast<int>(std::lround(extent.height() * view.zoom)));
    view.clip = QRectF(0, 0, pixels, height);
    QImage image(pixels, height, QImage::Format_RGB32);
    const Palette palette(theme);
    image.fill(palette.ground());
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    picture.paint(painter, view, palette, options);
    return image;
}

} // namespace riser
