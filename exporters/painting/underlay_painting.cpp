// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/painting/underlay_painting.h"

#include "exporters/painting/shapes.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace riser {

namespace {

constexpr int least_side = 256;       // of the smallest level, pixels
constexpr double least_line = 0.6;    // pixels: shorter lines are left out
constexpr double least_letters = 3.0; // pixels

// The whole picture, each level half of the one before.
struct Levels {
    std::vector<QImage> images;
    double width = 1; // of the picture as it is in the file
};

// Faded into the ground. On a dark one light and dark change places and hues stay: a colour's channels are mirrored
// about the middle of its lightness.
QRgb faded(QRgb pixel, const QColor& ground, bool dark) {
    const int red = qRed(pixel), green = qGreen(pixel), blue = qBlue(pixel);
    const int mirror = dark ? 255 - std::max({red, green, blue}) - std::min({red, green, blue}) : 0;
    const auto mix = [&](int channel, int under) {
        const int ink = channel + mirror;
        const double white = dark ? 0.0 : 255.0, span = dark ? 255.0 - under : under;
        return static_cast<int>(std::lround(under + (ink - white) / 255 * span * underlay_share));
    };
    return qRgb(std::clamp(mix(red, ground.red()), 0, 255), std::clamp(mix(green, ground.green()), 0, 255),
                std::clamp(mix(blue, ground.blue()), 0, 255));
}

QImage decoded(const UnderlayPicture& picture) {
    QByteArray bytes = QByteArray::fromRawData(picture.bytes.data(), static_cast<qsizetype>(picture.bytes.size()));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(false);
    reader.setAllocationLimit(0); // the head has been checked
    const double pixels = static_cast<double>(picture.head.width) * picture.head.height;
    const int factor = static_cast<int>(std::ceil(std::sqrt(pixels / static_cast<double>(most_underlay_pixels))));
    if (factor > 1)
        reader.setScaledSize(QSize(picture.head.width, picture.head.height) / factor);
    return reader.read();
}

std::shared_ptr<const Levels> levels_of(const UnderlayPicture& picture, const Palette& palette) {
    auto out = std::make_shared<Levels>();
    out->width = picture.head.width;
    QImage image = decoded(picture);
    if (image.isNull())
        return out;
    if (image.hasAlphaChannel()) { // as it would look on white paper
        QImage opaque(image.size(), QImage::Format_RGB32);
        opaque.fill(Qt::white);
        QPainter(&opaque).drawImage(0, 0, image);
        image = std::move(opaque);
    } else {
        image = std::move(image).convertToFormat(QImage::Format_RGB32);
    }
    image.setDevicePixelRatio(1);
    const QColor ground = palette.ground();
    const bool dark = palette.theme() == Theme::dark;
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        std::transform(line, line + image.width(), line, [&](QRgb pixel) { return faded(pixel, ground, dark); });
    }
    for (;;) {
        out->images.push_back(image);
        if (std::max(image.width(), image.height()) < 2 * least_side)
            break;
        image = image.scaled((image.size() / 2).expandedTo({1, 1}), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    return out;
}

std::shared_ptr<const Levels> prepared(const UnderlayContent& content, const Palette& palette) {
    return content.kept<Levels>(static_cast<int>(palette.theme()),
                                [&] { return levels_of(*content.picture(), palette); });
}

void paint_picture(QPainter& painter, const UnderlayContent& content, double zoom, const QRectF& visible,
                   const Palette& palette) {
    const std::shared_ptr<const Levels> levels = prepared(content, palette);
    if (levels->images.empty())
        return;
    // The smallest level that is at least as fine as the device.
    std::size_t level = 0;
    while (level + 1 < levels->images.size() && levels->images[level + 1].width() >= levels->width * zoom)
        ++level;
    const QImage& image = levels->images[level];
    const PaperBox box = content.box();
    const QRectF whole(box.low.x, box.low.y, box.width(), box.height());
    const QRectF part = whole.intersected(visible.adjusted(-2 / zoom, -2 / zoom, 2 / zoom, 2 / zoom));
    if (part.isEmpty())
        return;
    const double x = image.width() / whole.width(), y = image.height() / whole.height();
    const QRect source =
        QRectF((part.left() - whole.left()) * x, (part.top() - whole.top()) * y, part.width() * x, part.height() * y)
            .toAlignedRect()
            .intersected(image.rect());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(whole.left() + source.left() / x, whole.top() + source.top() / y, source.width() / x,
                             source.height() / y),
                      image, source);
}

// Lines as Qt holds them, each with its box.
struct Ready {
    struct Line {
        QRectF box;
        QPolygonF points;
    };
    std::vector<Line> lines;
};

std::shared_ptr<const Ready> ready_lines(const UnderlayContent& content) {
    return content.kept<Ready>(-1, [&] {
        auto out = std::make_shared<Ready>();
        for (const auto& line : content.lines()->lines) {
            QPolygonF points;
            points.reserve(static_cast<qsizetype>(line.size()));
            for (const PaperPoint p : line)
                points << QPointF(p.x, p.y);
            out->lines.push_back({points.boundingRect(), std::move(points)});
        }
        return out;
    });
}

bool meets(const QRectF& a, const QRectF& b) { // also boxes without width
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

void paint_lines(QPainter& painter, const UnderlayContent& content, double zoom, double unit, const QRectF& visible,
                 const Palette& palette) {
    QPen pen = pen_of(underlay_pen(), unit, palette);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    for (const Ready::Line& line : ready_lines(content)->lines)
        if (meets(line.box, visible) && std::max(line.box.width(), line.box.height()) * zoom >= least_line)
            painter.drawPolyline(line.points);
    for (const TextShape& text : content.lines()->texts) {
        if (text.size * zoom < least_letters || !visible.contains(QPointF(text.at.x, text.at.y)))
            continue;
        const QFont font = drawing_font(64, TextWeight::regular);
        painter.save();
        painter.translate(text.at.x, text.at.y);
        painter.rotate(-text.angle);
        painter.scale(text.size / 64, text.size / 64);
        painter.setFont(font);
        painter.drawText(QPointF(0, 0), QString::fromStdString(text.text));
        painter.restore();
    }
}

} // namespace

void paint_underlay(QPainter& painter, const UnderlayShape& shape, const PaintView& view, double unit,
                    const Palette& palette) {
    const QTransform to_drawing(shape.xx, shape.yx, shape.xy, shape.yy, shape.dx, shape.dy);
    QTransform to_screen;
    to_screen.translate(view.origin.x(), view.origin.y());
    to_screen.scale(view.zoom, view.zoom);
    const QTransform whole = to_drawing * to_screen;
    QRectF clip = view.clip;
    if (shape.clip)
        clip = clip.intersected(
            to_screen.mapRect(QRectF(shape.clip->low.x, shape.clip->low.y, shape.clip->width(), shape.clip->height())));
    bool possible = false;
    const QTransform back = whole.inverted(&possible);
    if (!possible || clip.isEmpty())
        return;
    painter.save();
    painter.setClipRect(clip, Qt::IntersectClip);
    painter.setTransform(whole, true);
    const double zoom = std::hypot(whole.m11(), whole.m12());
    const double ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1;
    if (shape.content->picture())
        paint_picture(painter, *shape.content, zoom * ratio, back.mapRect(clip), palette);
    else
        paint_lines(painter, *shape.content, zoom, unit, back.mapRect(clip), palette);
    painter.restore();
}

void prepare_underlay(const UnderlayContent& content, Theme theme) {
    if (content.picture())
        (void)prepared(content, Palette(theme));
    else
        (void)ready_lines(content);
}

} // namespace riser
