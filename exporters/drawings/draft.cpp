// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/draft.h"

namespace riser {

void Draft::text(PaperPoint at, std::string_view text, const TextStyle& style) {
    if (text.empty())
        return;
    put(TextShape{.at = at,
                  .size = style.size,
                  .text = style.width > 0 ? cut_to(text, style.width, style.size, style.weight) : std::string(text),
                  .anchor = style.anchor,
                  .weight = style.weight,
                  .colour = style.colour,
                  .angle = style.angle,
                  .halo = style.halo});
}

} // namespace riser
