// SPDX-License-Identifier: GPL-3.0-or-later
// PDF and PNG as formats of drawings, and what they need of a program without windows. No Qt in this header.
#pragma once

#include "exporters/drawing_format.h"

#include <memory>

namespace riser {

// Pages true to scale with text that can be searched, its fonts embedded; bound, with a bookmark a sheet.
DrawingFormat pdf_format();

constexpr int least_dpi = 20, default_dpi = 150, most_dpi = 1200;
// Pixels of one picture; a larger one is refused (unsupported), never made smaller in silence.
constexpr std::int64_t most_pixels = 160'000'000;
// True to scale at that many dots an inch.
DrawingFormat png_format(int dpi = default_dpi);

// While one lives, drawings may be painted: it starts Qt without a screen unless the program runs it already. On the
// main thread. The process's locale is as it was.
class PaintingRoom {
  public:
    PaintingRoom();
    ~PaintingRoom();
    PaintingRoom(const PaintingRoom&) = delete;
    PaintingRoom& operator=(const PaintingRoom&) = delete;

  private:
    struct Application;
    std::unique_ptr<Application> application_;
};

} // namespace riser
