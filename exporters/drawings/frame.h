// SPDX-License-Identifier: GPL-3.0-or-later
// The paper around a drawing: border with zones, title block, and a strip beside the drawing for legend, quantities and
// notes. Sizes A0 to A4 lying, binding margin left, as GB/T 50001 has them.
#pragma once

#include "exporters/drawings/draft.h"
#include "model/design.h"

namespace riser {

struct SheetInfo {
    std::string number = {}; // "ELV-02"
    Text title = {};
    SheetSize size = SheetSize::a3;
    Text scale = {"无", "none"};
    std::string revision = {}; // empty: the last of the design
};

struct SheetLayout {
    PaperBox drawing; // for what the sheet is about
    PaperBox strip;   // beside it, above the title block
};

PaperPoint paper_size(SheetSize size); // width and height in millimetres
// Where things go, without drawing them.
SheetLayout sheet_layout(const Design& design, const SheetInfo& info, Language language);
// Border, zones and title block; sets the drawing's extent.
SheetLayout draw_sheet(Draft& draft, const Design& design, const SheetInfo& info, Language language);

// What a legend explains: a symbol or a line, or a fill.
struct LegendEntry {
    Text name = {};
    AnyId shows = {};
    std::optional<Symbol> symbol = {};
    std::string letters = {};
    std::optional<Pen> line = {};
    std::optional<PolygonShape> swatch = {}; // its rings are ignored
    Colour colour = riser::colour(ColourRole::text);
};

// A small table of a sheet: the first row is its head, the last may be its total.
struct SheetTable {
    std::vector<std::vector<std::string>> rows = {};
    std::vector<double> widths = {}; // shares of the strip, sum 1
    bool totals = false;
};

// Fills a strip from the top; `bottom` tells how far it came, so that a sheet can be chosen by trying.
class Strip {
  public:
    Strip(Draft& draft, const PaperBox& box, Language language)
        : draft_(draft), box_(box), language_(language), y_(box.low.y + 6) {}
    void heading(const Text& title);
    void legend(const std::vector<LegendEntry>& entries);
    void table(const SheetTable& table);
    void notes(const std::vector<Text>& notes); // numbered
    double bottom() const { return y_; }
    bool fits() const { return y_ <= box_.high.y; }

  private:
    Draft& draft_;
    PaperBox box_;
    Language language_;
    double y_;
};

void draw_north(Draft& draft, PaperPoint at, Language language);
// A bar of round length, at most `width` on paper, for a drawing at 1:`scale`.
void draw_scale_bar(Draft& draft, PaperPoint at, double width, double scale, Language language);

} // namespace riser
