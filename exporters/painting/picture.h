// SPDX-License-Identifier: GPL-3.0-or-later
// A display list made ready to be painted and picked many times: shapes as Qt holds them, boxes in a grid, so that only
// what is visible is touched. Below a legible size texts are left out and symbols keep a least size or become dots. One
// renderer for the screen, PDF and PNG. A Picture is immutable; painting it uses a cache of its own, one thread at a
// time.
#pragma once

#include "exporters/painting/palette.h"

#include <QPainterPath>
#include <QPointF>
#include <QRectF>

#include <array>
#include <bitset>
#include <functional>
#include <memory>

class QPainter;

namespace riser {

// Drawing units to device-independent pixels: p * zoom + origin.
struct PaintView {
    double zoom = 1;
    QPointF origin;
    QRectF clip; // pixels
    QPointF to_screen(PaperPoint p) const { return {p.x * zoom + origin.x(), p.y * zoom + origin.y()}; }
    PaperPoint to_drawing(QPointF p) const { return {(p.x() - origin.x()) / zoom, (p.y() - origin.y()) / zoom}; }
};

struct PaintOptions {
    std::bitset<drawing_layer_count> hidden;
    // A colour for what shows the row, instead of its own: what a lens does. Invalid: as it is.
    std::function<QColor(AnyId)> recolour;
    std::function<QColor(AnyId)> recolour_texts = {}; // what recolour is for all else; absent: the same
    std::function<bool(AnyId)> dims = {};             // rows that step back behind the others
    // Texts that keep a legible size on the screen where there is room, larger ones first; the same at every painting
    // of a picture. Absent: names of rooms.
    std::function<bool(const DrawingItem&)> is_name = {};
    double names_grow = 7;   // at most so many times their width on paper; 1: no name outgrows what it stands in
    double least_symbol = 7; // pixels; 0: true to scale, as on paper
    double least_text = 5;   // pixels; smaller ones are left out
};

// What was hit, the nearest and the latest painted first.
struct Hit {
    AnyId id;
    DrawingLayer layer{};
    double distance = 0; // drawing units; 0: inside
};

class Picture {
  public:
    explicit Picture(Drawing drawing);
    ~Picture();
    Picture(const Picture&) = delete;
    Picture& operator=(const Picture&) = delete;

    const Drawing& drawing() const { return drawing_; }
    PaperBox extent() const { return drawing_.extent; }
    std::size_t size() const { return drawing_.items.size(); }

    void paint(QPainter& painter, const PaintView& view, const Palette& palette,
               const PaintOptions& options = {}) const;
    // Outlines of everything that shows the row, for selection and hover.
    QPainterPath outline(AnyId id, const PaintView& view) const;

    // What shows a row and lies within `reach` of the point, each row once.
    std::vector<Hit> at(PaperPoint p, double reach, const std::bitset<drawing_layer_count>& hidden = {}) const;
    // Rows all of whose own shapes lie inside the box, or that touch it.
    enum class Within { inside, touching };
    std::vector<AnyId> within(const PaperBox& box, Within how,
                              const std::bitset<drawing_layer_count>& hidden = {}) const;
    std::optional<PaperBox> box_of(AnyId id) const;

  private:
    struct Ready;
    struct Cache;
    template<class Visit> void visible(const PaperBox& box, Visit visit) const;
    double distance(std::size_t item, PaperPoint p) const;
    bool touches(std::size_t item, const PaperBox& box) const;

    Drawing drawing_; // items in the order of painting
    std::vector<Ready> ready_;
    std::vector<std::vector<std::uint32_t>> cells_;
    std::vector<std::pair<AnyId, std::uint32_t>> by_id_; // sorted
    int columns_ = 1;
    int rows_ = 1;
    mutable std::unique_ptr<Cache> cache_;
};

} // namespace riser
