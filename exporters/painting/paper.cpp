// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/painting/paper.h"

#include "exporters/painting/paper_formats.h"
#include "exporters/painting/pdf_file.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <cmath>

namespace riser {

namespace {

constexpr int pdf_resolution = 1200;
constexpr double inch = 25.4;

QPageSize page_of(const Drawing& sheet) {
    return QPageSize(QSizeF(sheet.extent.width(), sheet.extent.height()) / sheet.scale, QPageSize::Millimeter, {},
                     QPageSize::ExactMatch);
}

PaintView view_at(const PaperBox& extent, double zoom) {
    PaintView view;
    view.zoom = zoom;
    view.origin = {-extent.low.x * zoom, -extent.low.y * zoom};
    view.clip = QRectF(0, 0, extent.width() * zoom, extent.height() * zoom);
    return view;
}

PaintOptions true_to_scale() { return {.hidden = {}, .recolour = {}, .least_symbol = 0, .least_text = 0}; }

Error unpainted() { return {ErrorCode::io, {"无法绘制 PDF", "the PDF cannot be painted"}, {}, {}}; }

} // namespace

struct PdfBook::Pages {
    QBuffer buffer;
    QPdfWriter pdf{&buffer};
    QPainter painter;
    QStringList titles;
};

PdfBook::PdfBook(DrawingProperties properties) : properties_(std::move(properties)), pages_(std::make_unique<Pages>()) {
    pages_->buffer.open(QIODevice::WriteOnly);
    pages_->pdf.setResolution(pdf_resolution);
    pages_->pdf.setTitle(QString::fromStdString(properties_.title.in(properties_.language)));
    pages_->pdf.setCreator(QStringLiteral("Riser"));
    pages_->pdf.setPageMargins(QMarginsF());
}

PdfBook::~PdfBook() {
    if (pages_->painter.isActive())
        pages_->painter.end();
}

Result<void> PdfBook::add(const Drawing& sheet) {
    QPdfWriter& pdf = pages_->pdf;
    pdf.setPageSize(page_of(sheet));
    if (pages_->titles.isEmpty() ? !pages_->painter.begin(&pdf) : !pdf.newPage())
        return unpainted();
    pages_->titles << QString::fromStdString(sheet.title.in(properties_.language));
    Picture(sheet).paint(pages_->painter, view_at(sheet.extent, pdf_resolution / inch / sheet.scale),
                         Palette(Theme::paper), true_to_scale());
    return {};
}

Result<std::string> PdfBook::bytes() {
    if (pages_->titles.isEmpty())
        return Error{ErrorCode::bad_input, {"没有图纸", "there are no sheets"}, {}, {}};
    if (!pages_->painter.end())
        return unpainted();
    return finished_pdf(pages_->buffer.data().toStdString(), pages_->titles, properties_);
}

Result<void> write_pdf(std::span<const Drawing> sheets, const DrawingProperties& properties,
                       const std::filesystem::path& path) {
    const DrawingFormat format = pdf_format();
    Result<Binder> book = format.bind(properties, path);
    for (const Drawing& sheet : sheets)
        if (Result<void> added = book->add(sheet); !added)
            return added;
    return book->close();
}

QImage image_of(const Picture& picture, int pixels, Theme theme, const PaintOptions& options) {
    const PaperBox extent = picture.extent();
    PaintView view = view_at(extent, pixels / std::max(extent.width(), 1.0));
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

Result<QImage> image_of_sheet(const Drawing& sheet, int dpi) {
    const double per_unit = dpi / inch / sheet.scale;
    const auto width = std::llround(sheet.extent.width() * per_unit);
    const auto height = std::llround(sheet.extent.height() * per_unit);
    if (width < 1 || height < 1 || width * height > most_pixels)
        return Error{ErrorCode::unsupported,
                     {"图片会有 " + std::to_string(width) + " × " + std::to_string(height) + " 像素，超过上限",
                      "the picture would have " + std::to_string(width) + " x " + std::to_string(height) +
                          " pixels, more than is allowed"},
                     {"降低 --dpi，或改用 PDF", "lower --dpi, or take PDF"},
                     {}};
    QImage image(static_cast<int>(width), static_cast<int>(height), QImage::Format_RGB32);
    if (image.isNull())
        return Error{ErrorCode::io, {"内存不足以绘制图片", "not enough memory for the picture"}, {}, {}};
    image.setDotsPerMeterX(static_cast<int>(std::lround(dpi / inch * 1000)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    const Palette palette(Theme::paper);
    image.fill(palette.ground());
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    Picture(sheet).paint(painter, view_at(sheet.extent, per_unit), palette, true_to_scale());
    return image;
}

} // namespace riser
