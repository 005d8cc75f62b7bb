// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/painting/picture.h"

#include "exporters/drawings/symbols.h"
#include "exporters/drawings/text_metrics.h"
#include "exporters/painting/dashes.h"
#include "exporters/painting/shapes.h"
#include "exporters/painting/underlay_painting.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>

namespace riser {

namespace {

constexpr double dimmed = 0.2;              // opacity
constexpr double hidden_hatch = 2.5;        // pixels between lines, below which a hatch is left out
constexpr std::size_t cached_images = 4096; // of texts and symbols that differ
constexpr double label_pixels = 10.5;       // what names of rooms keep where there is room for it
constexpr double word_pixels = 9;           // and other names
constexpr double label_cell = 48;           // of the grid in which they look for it
constexpr double halo_width = 0.22;         // of the letters' height, as in the SVG

PaperBox grown(PaperBox box, double by) {
    return {{box.low.x - by, box.low.y - by}, {box.high.x + by, box.high.y + by}};
}

double to_segment(PaperPoint p, PaperPoint a, PaperPoint b) {
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

double to_box(PaperPoint p, const PaperBox& box) {
    return std::hypot(std::max({box.low.x - p.x, 0.0, p.x - box.high.x}),
                      std::max({box.low.y - p.y, 0.0, p.y - box.high.y}));
}

// Whether a part of the segment lies in the box (Liang and Barsky 1984).
bool meets(QPointF a, QPointF b, const PaperBox& box) {
    double from = 0, to = 1;
    const auto cut = [&](double start, double way, double low, double high) {
        if (way == 0)
            return start >= low && start <= high;
        const double enters = ((way > 0 ? low : high) - start) / way, leaves = ((way > 0 ? high : low) - start) / way;
        from = std::max(from, enters);
        to = std::min(to, leaves);
        return from <= to;
    };
    return cut(a.x(), b.x() - a.x(), box.low.x, box.high.x) && cut(a.y(), b.y() - a.y(), box.low.y, box.high.y);
}

// Where names stand already, on the screen.
class Labels {
  public:
    bool take(const QRectF& box) {
        const int x0 = cell(box.left()), x1 = cell(box.right()), y0 = cell(box.top()), y1 = cell(box.bottom());
        for (int x = x0; x <= x1; ++x)
            for (int y = y0; y <= y1; ++y)
                for (const QRectF& other : boxes_[{x, y}])
                    if (other.intersects(box))
                        return false;
        for (int x = x0; x <= x1; ++x)
            for (int y = y0; y <= y1; ++y)
                boxes_[{x, y}].push_back(box);
        return true;
    }

  private:
    static int cell(double at) { return static_cast<int>(std::floor(at / label_cell)); }
    std::map<std::pair<int, int>, std::vector<QRectF>> boxes_;
};

double least_pixels(const DrawingItem& name) {
    return name.layer == DrawingLayer::room_text ? label_pixels : word_pixels;
}

// How far down a label that is drawn larger than it is stands, so that it does not grow over the border of its box.
double drop_of(const DrawingItem& name, double true_size) {
    return name.layer == DrawingLayer::text ? std::max(0.0, word_pixels - true_size) * cap_height : 0;
}

// About the place of the text's anchor, pixels.
QRectF box_of_text(const QFontMetricsF& metrics, const QString& words, const TextShape& text) {
    const double width = metrics.horizontalAdvance(words);
    const double left = text.anchor == TextAnchor::start ? 0 : text.anchor == TextAnchor::middle ? -width / 2 : -width;
    return {left, -metrics.ascent(), width, metrics.height()};
}

} // namespace

// An item with what painting needs of it.
struct Picture::Ready {
    PaperBox box;
    QPainterPath path;    // of paths and polygons
    bool is_line = false; // a path of straight edges: painted as a polyline
    QPolygonF line;
};

// Symbols and texts as images for the zoom and theme last painted. Symbols that look alike share one.
struct Picture::Cache {
    struct Entry {
        QImage image;
        QPointF offset; // of its corner from the item's place, pixels
    };
    using Look = std::tuple<Symbol, std::string, double, double, QRgb>; // letters, size, angle, ink
    std::unordered_map<std::uint64_t, Entry> texts;                     // by item and colour
    std::map<Look, Entry> symbols;
    std::vector<bool> names;               // by item: names that keep a least size at this zoom
    std::map<std::uint32_t, QRectF> boxes; // of all names at that size
    double reach = 0;                      // pixels from its place that the farthest of them has
    double zoom = 0;
    double ratio = 0;
    Theme theme = Theme::paper;

    void fit(double now_zoom, double now_ratio, Theme now_theme) {
        if (zoom == now_zoom && ratio == now_ratio && theme == now_theme && texts.size() < cached_images &&
            symbols.size() < cached_images)
            return;
        texts.clear();
        symbols.clear();
        if (zoom != now_zoom)
            names.clear();
        zoom = now_zoom;
        ratio = now_ratio;
        theme = now_theme;
    }

    // Chosen from the whole picture, whatever part of it is seen: a name stays as the view moves, and a part is painted
    // as in the whole.
    void choose_names(const std::vector<DrawingItem>& items, const std::vector<Ready>& ready,
                      const PaintOptions& options);
};

void Picture::Cache::choose_names(const std::vector<DrawingItem>& items, const std::vector<Ready>& ready,
                                  const PaintOptions& options) {
    if (!names.empty())
        return;
    names.resize(items.size());
    std::vector<std::uint32_t> wanted;
    for (std::uint32_t i = 0; i < items.size(); ++i)
        if (const auto* text = std::get_if<TextShape>(&items[i].shape);
            text && (options.is_name ? options.is_name(items[i]) : items[i].layer == DrawingLayer::room_text))
            wanted.push_back(i);
    const auto size_of = [&](std::uint32_t i) { return std::get<TextShape>(items[i].shape).size; };
    std::stable_sort(wanted.begin(), wanted.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return size_of(a) > size_of(b); });
    Labels labels;
    for (const std::uint32_t i : wanted) {
        const auto& text = std::get<TextShape>(items[i].shape);
        const auto [known, first] = boxes.try_emplace(i);
        if (first)
            known->second = box_of_text(QFontMetricsF(drawing_font(least_pixels(items[i]), text.weight)),
                                        QString::fromStdString(text.text), text);
        const QRectF& least = known->second;
        // A larger one stands anyway, and where it stands there is no room for others.
        const bool large = text.size * zoom >= least_pixels(items[i]);
        const double grows = large ? text.size * zoom / least_pixels(items[i]) : 1;
        reach = std::max({reach, -least.left(), least.right()});
        const QRectF box(least.topLeft() * grows, least.size() * grows);
        const bool fits = ready[i].box.width() * zoom * options.names_grow >= box.width();
        const double y = text.at.y * zoom + drop_of(items[i], text.size * zoom);
        const QRectF place = box.translated(text.at.x * zoom, y).adjusted(-3, 0, 3, 0);
        names[i] = ((large || fits) && labels.take(place)) || large;
    }
}

Picture::Picture(Drawing drawing) : drawing_(std::move(drawing)), cache_(std::make_unique<Cache>()) {
    std::stable_sort(drawing_.items.begin(), drawing_.items.end(),
                     [](const DrawingItem& a, const DrawingItem& b) { return a.layer < b.layer; });
    const std::size_t count = drawing_.items.size();
    ready_.resize(count);
    const double side = std::sqrt(static_cast<double>(count) / 8) + 1;
    columns_ = rows_ = std::clamp(static_cast<int>(side), 1, 96);
    cells_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
    for (std::size_t i = 0; i < count; ++i) {
        const DrawingItem& item = drawing_.items[i];
        Ready& ready = ready_[i];
        ready.box = bounds(item);
        if (const auto* path = std::get_if<PathShape>(&item.shape)) {
            ready.is_line =
                std::all_of(path->points.begin(), path->points.end(), [](const Vertex& v) { return v.bulge == 0; });
            if (ready.is_line) {
                for (const Vertex& v : path->points)
                    ready.line << QPointF(v.x, v.y);
                if (path->closed && !path->points.empty())
                    ready.line << ready.line.front();
            } else {
                ready.path = path_of(path->points, path->closed);
            }
        } else if (const auto* polygon = std::get_if<PolygonShape>(&item.shape)) {
            ready.path = path_of(*polygon);
        } else if (const auto* underlay = std::get_if<UnderlayShape>(&item.shape)) {
            // Picked by its edge, so that what is drawn on it and the empty place stay what they are.
            for (const PaperPoint p : corners(*underlay))
                ready.line << QPointF(p.x, p.y);
            ready.line << ready.line.front();
            ready.is_line = true;
        }
        if (item.shows.value != 0)
            by_id_.emplace_back(item.shows, static_cast<std::uint32_t>(i));
        const PaperBox& extent = drawing_.extent;
        const auto cell = [](double at, double low, double size, int n) {
            return std::clamp(size > 0 ? static_cast<int>((at - low) / size * n) : 0, 0, n - 1);
        };
        for (int x = cell(ready.box.low.x, extent.low.x, extent.width(), columns_);
             x <= cell(ready.box.high.x, extent.low.x, extent.width(), columns_); ++x)
            for (int y = cell(ready.box.low.y, extent.low.y, extent.height(), rows_);
                 y <= cell(ready.box.high.y, extent.low.y, extent.height(), rows_); ++y)
                cells_[static_cast<std::size_t>(y * columns_ + x)].push_back(static_cast<std::uint32_t>(i));
    }
    std::sort(by_id_.begin(), by_id_.end());
}

Picture::~Picture() = default;

// Calls visit(index) once for each item whose box meets `box`, in the order of painting.
template<class Visit> void Picture::visible(const PaperBox& box, Visit visit) const {
    const PaperBox& extent = drawing_.extent;
    const auto cell = [](double at, double low, double size, int n) {
        return std::clamp(size > 0 ? static_cast<int>(std::floor((at - low) / size * n)) : 0, 0, n - 1);
    };
    const int x0 = cell(box.low.x, extent.low.x, extent.width(), columns_);
    const int x1 = cell(box.high.x, extent.low.x, extent.width(), columns_);
    const int y0 = cell(box.low.y, extent.low.y, extent.height(), rows_);
    const int y1 = cell(box.high.y, extent.low.y, extent.height(), rows_);
    const auto meets = [&](std::uint32_t i) {
        const PaperBox& own = ready_[i].box;
        return own.low.x <= box.high.x && own.high.x >= box.low.x && own.low.y <= box.high.y && own.high.y >= box.low.y;
    };
    if (x0 == 0 && y0 == 0 && x1 == columns_ - 1 && y1 == rows_ - 1) {
        for (std::uint32_t i = 0; i < ready_.size(); ++i)
            if (meets(i))
                visit(i);
        return;
    }
    std::vector<std::uint32_t> found;
    for (int y = y0; y <= y1; ++y)
        for (int x = x0; x <= x1; ++x)
            for (const std::uint32_t i : cells_[static_cast<std::size_t>(y * columns_ + x)])
                if (meets(i))
                    found.push_back(i);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    for (const std::uint32_t i : found)
        visit(i);
}

namespace {

class Painting {
  public:
    Painting(QPainter& painter, const PaintView& view, const Palette& palette, const PaintOptions& options,
             double scale)
        : painter_(painter),
          view_(view),
          palette_(palette),
          options_(options),
          unit_(view.zoom * scale),
          ratio_(painter.device() ? painter.device()->devicePixelRatioF() : 1) {}

    QColor of(const Colour& colour, const QColor& instead) const {
        return instead.isValid() ? instead : palette_.of(colour);
    }

    void line(const QPolygonF& points, const Pen& pen, const QColor& instead) {
        if (own_dashes(pen))
            return dashes({to_screen().map(points)}, pen, instead);
        in_drawing_units();
        set_pen(pen, instead);
        painter_.drawPolyline(points);
    }
    void path(const QPainterPath& shape, const Pen& pen, const QColor& instead) {
        if (own_dashes(pen))
            return dashes(shape.toSubpathPolygons(to_screen()), pen, instead);
        in_drawing_units();
        set_pen(pen, instead);
        painter_.setBrush(Qt::NoBrush);
        painter_.drawPath(shape);
    }
    void polygon(const PolygonShape& shape, const QPainterPath& outline, const QColor& instead) {
        in_drawing_units();
        if (shape.fill || instead.isValid()) {
            QColor fill = shape.fill ? palette_.of(*shape.fill) : QColor();
            if (instead.isValid()) {
                fill = instead;
                fill.setAlphaF(0.45F);
            }
            painter_.setPen(Qt::NoPen);
            painter_.setBrush(fill);
            painter_.drawPath(outline);
            known_pen_ = nullptr;
        }
        if (shape.hatch && !instead.isValid() && shape.hatch->spacing * unit_ >= hidden_hatch) {
            painter_.save();
            painter_.setClipPath(outline, Qt::IntersectClip);
            set_pen(Pen{shape.hatch->colour, shape.hatch->width, Dash::solid}, {});
            painter_.drawPath(hatch_of(outline, shape.hatch->pattern, shape.hatch->spacing * unit_ / view_.zoom));
            painter_.restore();
            known_pen_ = nullptr;
        }
        if (shape.pen)
            path(outline, *shape.pen, instead);
    }

    // Paints through an image kept for the next frame, when there is a cache.
    template<class Entry, class Draw> void image(Entry* entry, QPointF at, QRectF box, Draw draw) {
        in_pixels();
        if (!entry) {
            painter_.save();
            painter_.translate(at);
            draw(painter_);
            painter_.restore();
            known_pen_ = nullptr;
            return;
        }
        if (entry->image.isNull()) {
            const QRectF whole = box.adjusted(-2, -2, 2, 2);
            entry->image = QImage((whole.size() * ratio_).toSize(), QImage::Format_ARGB32_Premultiplied);
            entry->image.setDevicePixelRatio(ratio_);
            entry->image.fill(Qt::transparent);
            entry->offset = whole.topLeft();
            QPainter inner(&entry->image);
            inner.setRenderHints(painter_.renderHints());
            inner.translate(-whole.topLeft());
            draw(inner);
        }
        known(*entry, at);
    }

    // An image that is there already.
    template<class Entry> void known(const Entry& entry, QPointF at) {
        in_pixels();
        const QPointF corner = at + entry.offset;
        painter_.drawImage(QPointF(std::round(corner.x() * ratio_) / ratio_, std::round(corner.y() * ratio_) / ratio_),
                           entry.image);
    }

    void dot(QPointF at, double size, const QColor& ink) {
        in_pixels();
        painter_.fillRect(QRectF(at.x() - size / 2, at.y() - size / 2, size, size), ink);
    }

    double unit() const { return unit_; }
    void done() { in_pixels(); }

  private:
    void in_drawing_units() {
        if (drawing_units_)
            return;
        painter_.save();
        painter_.translate(view_.origin);
        painter_.scale(view_.zoom, view_.zoom);
        drawing_units_ = true;
        known_pen_ = nullptr;
    }
    void in_pixels() {
        if (!drawing_units_)
            return;
        painter_.restore();
        drawing_units_ = false;
        known_pen_ = nullptr;
    }
    QTransform to_screen() const { return {view_.zoom, 0, 0, view_.zoom, view_.origin.x(), view_.origin.y()}; }
    bool own_dashes(const Pen& pen) const { return options_.least_symbol > 0 && pen.dash != Dash::solid; }
    void dashes(const QList<QPolygonF>& lines, const Pen& pen, const QColor& instead) {
        in_pixels();
        QPen made = pen_of(pen, unit_, palette_);
        if (instead.isValid())
            made.setColor(instead);
        QList<double> pattern = made.dashPattern();
        for (double& length : pattern)
            length *= made.widthF();
        const double reach = made.widthF() + 2;
        made.setStyle(Qt::SolidLine);
        painter_.setPen(made);
        painter_.setBrush(Qt::NoBrush);
        for (const QPolygonF& one : lines)
            painter_.drawPath(dashes_of(one, pattern, view_.clip.adjusted(-reach, -reach, reach, reach)));
        known_pen_ = nullptr;
    }
    void set_pen(const Pen& pen, const QColor& instead) {
        if (known_pen_ && pen.width == known_pen_->width && pen.dash == known_pen_->dash &&
            pen.colour == known_pen_->colour && instead == known_instead_)
            return;
        QPen made = pen_of(pen, unit_, palette_);
        if (instead.isValid())
            made.setColor(instead);
        made.setCosmetic(true);
        painter_.setPen(made);
        known_pen_ = &pen;
        known_instead_ = instead;
    }

    QPainter& painter_;
    const PaintView& view_;
    const Palette& palette_;
    const PaintOptions& options_;
    double unit_; // pixels of a millimetre on paper
    double ratio_;
    bool drawing_units_ = false;
    const Pen* known_pen_ = nullptr;
    QColor known_instead_;
};

struct TextLook {
    QFont font;
    double stretch = 1; // of the font to its true size: fonts have whole pixels, paper has not
    QRectF box;         // about the anchor, pixels
};

TextLook look_of(const TextShape& text, double size, const QString& words, bool on_screen) {
    TextLook out;
    out.font = drawing_font(on_screen ? size : std::ceil(size), text.weight);
    out.stretch = on_screen ? 1 : size / out.font.pixelSize();
    const QRectF box = box_of_text(QFontMetricsF(out.font), words, text);
    out.box = QRectF(box.topLeft() * out.stretch, box.size() * out.stretch);
    return out;
}

// The rim on the screen: the words once to each side. On paper it is a line round them, so that they stand there once.
void draw_halo(QPainter& painter, QPointF at, const QString& words, const QFont& font, const QColor& ground,
               bool on_screen) {
    painter.setPen(ground);
    if (on_screen) {
        for (const QPointF& d : {QPointF(-1, 0), QPointF(1, 0), QPointF(0, -1), QPointF(0, 1)})
            painter.drawText(at + d, words);
        return;
    }
    QPainterPath outline;
    outline.addText(at, font, words);
    painter.strokePath(outline,
                       QPen(ground, font.pixelSize() * halo_width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void draw_text(QPainter& painter, const QString& words, const TextLook& look, const TextShape& text, const QColor& ink,
               const QColor& halo, bool on_screen) {
    painter.rotate(-text.angle);
    painter.scale(look.stretch, look.stretch);
    painter.setFont(look.font);
    const QPointF at(look.box.left() / look.stretch, 0);
    if (halo.isValid())
        draw_halo(painter, at, words, look.font, halo, on_screen);
    painter.setPen(ink);
    painter.drawText(at, words);
}

} // namespace

void Picture::paint(QPainter& painter, const PaintView& view, const Palette& palette,
                    const PaintOptions& options) const {
    const bool on_screen = options.least_symbol > 0;
    cache_->fit(view.zoom, painter.device() ? painter.device()->devicePixelRatioF() : 1, palette.theme());
    Painting out(painter, view, palette, options, drawing_.scale);
    if (on_screen)
        cache_->choose_names(drawing_.items, ready_, options);
    const double margin = std::max(20.0, cache_->reach) / view.zoom;
    const PaperPoint low = view.to_drawing(view.clip.topLeft()), high = view.to_drawing(view.clip.bottomRight());
    visible(grown({low, high}, margin), [&](std::size_t i) {
        const DrawingItem& item = drawing_.items[i];
        if (options.hidden.test(static_cast<std::size_t>(item.layer)))
            return;
        const Ready& ready = ready_[i];
        if (options.dims)
            painter.setOpacity(item.shows.value != 0 && options.dims(item.shows) ? dimmed : 1);
        const bool is_text = std::holds_alternative<TextShape>(item.shape);
        const auto& recolour = is_text && options.recolour_texts ? options.recolour_texts : options.recolour;
        const QColor instead = recolour && item.shows.value != 0 ? recolour(item.shows) : QColor();
        if (const auto* path = std::get_if<PathShape>(&item.shape)) {
            ready.is_line ? out.line(ready.line, path->pen, instead) : out.path(ready.path, path->pen, instead);
        } else if (const auto* polygon = std::get_if<PolygonShape>(&item.shape)) {
            out.polygon(*polygon, ready.path, instead);
        } else if (const auto* underlay = std::get_if<UnderlayShape>(&item.shape)) {
            out.done();
            paint_underlay(painter, *underlay, view, out.unit(), palette);
        } else if (const auto* text = std::get_if<TextShape>(&item.shape)) {
            const double true_size = text->size * view.zoom;
            double size = true_size;
            if (on_screen && cache_->names[i])
                size = std::max(size, least_pixels(item));
            else if (size < options.least_text ||
                     (on_screen && !options.is_name && size < label_pixels && item.layer == DrawingLayer::room_text))
                return;
            const QPointF at = view.to_screen(text->at) + QPointF(0, size > true_size ? drop_of(item, true_size) : 0);
            Cache::Entry* const entry =
                on_screen ? &cache_->texts[i << 32 | (instead.isValid() ? instead.rgba() : 0)] : nullptr;
            if (entry && !entry->image.isNull()) {
                out.known(*entry, at);
                return;
            }
            const QString words = QString::fromStdString(text->text);
            const TextLook look = look_of(*text, size, words, on_screen);
            QTransform turn;
            turn.rotate(-text->angle);
            out.image(entry, at, turn.mapRect(look.box), [&](QPainter& to) {
                draw_text(to, words, look, *text, out.of(text->colour, instead),
                          text->halo || size > true_size ? palette.ground() : QColor(), on_screen);
            });
        } else if (const auto* symbol = std::get_if<SymbolShape>(&item.shape)) {
            const double true_size = symbol->size * view.zoom;
            const QColor ink = out.of(symbol->colour, instead);
            if (on_screen && true_size < options.least_symbol / 3) {
                out.dot(view.to_screen(symbol->at), 2.5, ink);
                return;
            }
            const double size = std::max(true_size, options.least_symbol);
            const double half_width = size * drawing_of(symbol->symbol).aspect / 2;
            const double half = std::hypot(half_width, size / 2);
            const QRectF box = symbol->angle == 0 ? QRectF(-half_width, -size / 2, 2 * half_width, size)
                                                  : QRectF(-half, -half, 2 * half, 2 * half);
            Cache::Entry* const entry =
                on_screen ? &cache_->symbols[{symbol->symbol, symbol->letters, symbol->size, symbol->angle, ink.rgba()}]
                          : nullptr;
            out.image(entry, view.to_screen(symbol->at), box, [&](QPainter& to) {
                to.rotate(-symbol->angle);
                paint_symbol(to, *symbol, size, std::min(out.unit(), size / 3), palette, ink);
            });
        }
    });
    out.done();
    painter.setOpacity(1);
}

QPainterPath Picture::outline(AnyId id, const PaintView& view) const {
    QPainterPath out;
    QTransform to_screen;
    to_screen.translate(view.origin.x(), view.origin.y());
    to_screen.scale(view.zoom, view.zoom);
    for (auto at = std::lower_bound(by_id_.begin(), by_id_.end(), std::pair(id, 0U));
         at != by_id_.end() && at->first == id; ++at) {
        const DrawingItem& item = drawing_.items[at->second];
        const Ready& ready = ready_[at->second];
        if (const auto* symbol = std::get_if<SymbolShape>(&item.shape)) {
            const double size = std::max(symbol->size * view.zoom, 7.0);
            const double width = size * drawing_of(symbol->symbol).aspect;
            QTransform turn;
            turn.rotate(-symbol->angle);
            const QRectF box = turn.mapRect(QRectF(-width / 2, -size / 2, width, size)).adjusted(-3, -3, 3, 3);
            out.addRoundedRect(box.translated(view.to_screen(symbol->at)), 3, 3);
        } else if (ready.is_line) {
            QPainterPath line;
            line.addPolygon(ready.line);
            out.addPath(to_screen.map(line));
        } else if (!ready.path.isEmpty()) {
            out.addPath(to_screen.map(ready.path));
        }
    }
    return out;
}

double Picture::distance(std::size_t i, PaperPoint p) const {
    const DrawingItem& item = drawing_.items[i];
    const Ready& ready = ready_[i];
    const QPointF at(p.x, p.y);
    const auto to_lines = [&](const QPolygonF& line) {
        double least = 1e300;
        for (qsizetype k = 1; k < line.size(); ++k)
            least = std::min(least, to_segment(p, {line[k - 1].x(), line[k - 1].y()}, {line[k].x(), line[k].y()}));
        return least;
    };
    if (ready.is_line)
        return to_lines(ready.line);
    if (std::holds_alternative<PathShape>(item.shape) || std::holds_alternative<PolygonShape>(item.shape)) {
        if (std::holds_alternative<PolygonShape>(item.shape) && ready.path.contains(at))
            return 0;
        double least = 1e300;
        for (const QPolygonF& line : ready.path.toSubpathPolygons())
            least = std::min(least, to_lines(line));
        return least;
    }
    return to_box(p, ready.box);
}

bool Picture::touches(std::size_t i, const PaperBox& box) const {
    const Ready& ready = ready_[i];
    if (box.contains(ready.box.low) && box.contains(ready.box.high))
        return true;
    if (ready.is_line) {
        for (qsizetype k = 1; k < ready.line.size(); ++k)
            if (meets(ready.line[k - 1], ready.line[k], box))
                return true;
        return false;
    }
    if (ready.path.isEmpty())
        return true; // symbols are their boxes
    if (std::holds_alternative<PolygonShape>(drawing_.items[i].shape) &&
        ready.path.contains(QPointF(box.low.x, box.low.y)))
        return true;
    for (const QPolygonF& line : ready.path.toSubpathPolygons())
        for (qsizetype k = 1; k < line.size(); ++k)
            if (meets(line[k - 1], line[k], box))
                return true;
    return false;
}

std::vector<Hit> Picture::at(PaperPoint p, double reach, const std::bitset<drawing_layer_count>& hidden) const {
    std::vector<Hit> hits;
    visible(grown({p, p}, reach), [&](std::size_t i) {
        const DrawingItem& item = drawing_.items[i];
        if (item.shows.value == 0 || hidden.test(static_cast<std::size_t>(item.layer)))
            return;
        if (const double d = distance(i, p); d <= reach)
            hits.push_back({item.shows, item.layer, d});
    });
    // What is small and on top first: a layer painted later wins over one below it, then the nearer.
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return a.layer != b.layer ? a.layer > b.layer : a.distance < b.distance;
    });
    std::vector<Hit> out;
    for (const Hit& hit : hits)
        if (std::none_of(out.begin(), out.end(), [&](const Hit& seen) { return seen.id == hit.id; }))
            out.push_back(hit);
    return out;
}

std::vector<AnyId> Picture::within(const PaperBox& box, Within how,
                                   const std::bitset<drawing_layer_count>& hidden) const {
    std::vector<AnyId> out;
    visible(box, [&](std::size_t i) {
        const DrawingItem& item = drawing_.items[i];
        if (item.shows.value != 0 && !hidden.test(static_cast<std::size_t>(item.layer)) &&
            !std::holds_alternative<TextShape>(item.shape) && touches(i, box))
            out.push_back(item.shows);
    });
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    if (how == Within::inside)
        std::erase_if(out, [&](AnyId id) {
            for (auto at = std::lower_bound(by_id_.begin(), by_id_.end(), std::pair(id, 0U));
                 at != by_id_.end() && at->first == id; ++at) {
                if (std::holds_alternative<TextShape>(drawing_.items[at->second].shape))
                    continue;
                const PaperBox& own = ready_[at->second].box;
                if (!box.contains(own.low) || !box.contains(own.high))
                    return true;
            }
            return false;
        });
    return out;
}

std::optional<PaperBox> Picture::box_of(AnyId id) const {
    std::optional<PaperBox> out;
    for (auto at = std::lower_bound(by_id_.begin(), by_id_.end(), std::pair(id, 0U));
         at != by_id_.end() && at->first == id; ++at) {
        const PaperBox& own = ready_[at->second].box;
        if (!out)
            out = own;
        out->low = {std::min(out->low.x, own.low.x), std::min(out->low.y, own.low.y)};
        out->high = {std::max(out->high.x, own.high.x), std::max(out->high.y, own.high.y)};
    }
    return out;
}

} // namespace riser
