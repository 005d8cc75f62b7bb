// SPDX-License-Identifier: GPL-3.0-or-later
// What the roles of a drawing's colours are in a theme. Fixed colours keep their hue; on a dark ground tints mix with
// it instead of with white, and inks too dark for it are raised, so that one display list reads on paper and on both
// screens.
#pragma once

#include "exporters/drawings/drawing.h"

#include <QColor>

namespace riser {

enum class Theme { paper, light, dark };

class Palette {
  public:
    explicit Palette(Theme theme);
    Theme theme() const { return theme_; }
    QColor of(ColourRole role) const;
    // `symbol`: what of_symbol stands for.
    QColor of(const Colour& colour, const QColor& symbol = {}) const;
    QColor ground() const { return of(ColourRole::paper); }

  private:
    QColor readable(QColor ink) const;
    Theme theme_;
};

} // namespace riser
