// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets as PDF and pictures as PNG, painted by the renderer of the screen. Needs a running QGuiApplication.
#pragma once

#include "exporters/painting/picture.h"
#include "model/base/result.h"

#include <QImage>

#include <filesystem>
#include <span>

namespace riser {

// A page a drawing, each of its own size, true to scale. io: it cannot be written.
Result<void> write_pdf(std::span<const Drawing> sheets, const Text& title, Language language,
                       const std::filesystem::path& path);

// The whole drawing, `pixels` wide.
QImage image_of(const Picture& picture, int pixels, Theme theme, const PaintOptions& options = {});

} // namespace riser
