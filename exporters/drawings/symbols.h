// SPDX-License-Identifier: GPL-3.0-or-later
// The symbols of our drawings, drawn once for screen and paper: letter codes as GB/T 50786 and practice have them (TO,
// TD, TP, FD, BD, …), shapes our own. A shape lives in a box of height 1 around its middle, y down; pens keep their
// width on paper.
#pragma once

#include "exporters/drawings/drawing.h"

#include <span>

namespace riser {

struct PointKind;
enum class SpaceRole;

enum class Symbol : std::uint8_t {
    to,
    td,
    tp,
    tv,
    ap,
    camera,
    reader,
    other_point,
    fd,
    bd,
    cd,
    cp,
    sw,
    core,
    firewall,
    router,
    server,
    rack,
    splice,
    shaft,
    entrance,
    earth_bar,
    north,
};
constexpr std::size_t symbol_count = 23;

struct SymbolDrawing {
    std::string_view code; // "TD"; empty when it has none
    Text name;
    double aspect = 1;                // width of its box
    double letters = 0;               // height of the letters in its middle; 0: it has no place for them
    std::vector<DrawingShape> shapes; // colours of role of_symbol follow the placed symbol
};
const SymbolDrawing& drawing_of(Symbol symbol);

// The shapes of a symbol at `size`, about the origin and not turned.
std::vector<DrawingShape> shapes_at(Symbol symbol, double size);
// A placed symbol as plain shapes, for painters that have no notion of symbols.
std::vector<DrawingShape> expanded(const SymbolShape& placed);

// By the code of the kind (TO, TD, TP, TV, AP, IPC, CAM, KR), else by what it carries.
Symbol symbol_of(const PointKind& kind);
Symbol symbol_of(SpaceRole role);
// What stands in that symbol: "FD"; for rooms the letter that their labels bear, so that their boxes differ.
std::string_view letters_of(SpaceRole role);

} // namespace riser
