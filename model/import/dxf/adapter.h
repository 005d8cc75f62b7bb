// SPDX-License-Identifier: GPL-3.0-or-later
// dxflib behind one function: the groups of an entity go in, a DxfEntity comes out. The groups are put in order first,
// because dxflib trusts counts (90, 72-74) and the order of vertices, and writes outside its arrays when they lie.
#pragma once

#include "model/import/dxf/code_page.h"
#include "model/import/dxf/drawing.h"
#include "model/import/dxf/scan.h"

#include <memory>
#include <optional>
#include <vector>

namespace riser {

// What an entity says besides its shape.
struct DxfEntityFrame {
    SketchIndex layer = 0;
    SketchIndex type = 0;
    std::int16_t colour = 256;
};

class DxfAdapter {
  public:
    explicit DxfAdapter(DxfDecoder& decoder);
    ~DxfAdapter();
    DxfAdapter(const DxfAdapter&) = delete;
    DxfAdapter& operator=(const DxfAdapter&) = delete;

    // Entities go there from now on.
    void into(std::vector<DxfEntity>& container);
    // One entity from its 0 group on. False when nothing came of it. A POLYLINE stays open for its VERTEX entities
    // until close_polyline().
    bool feed(const DxfGroups& groups, const DxfEntityFrame& frame);
    void close_polyline();

  private:
    struct Listener;
    std::unique_ptr<Listener> listener_;
};

// Whether dxflib and we make something of this entity type.
bool is_known_to_adapter(std::string_view type);

// The first value of a group code.
const DxfGroup* find_group(const DxfGroups& groups, int code);
double real_of(const DxfGroups& groups, int code, double otherwise);
long integer_of(const DxfGroups& groups, int code, long otherwise);

} // namespace riser
