// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets as pages of a PDF and as pictures, painted by the renderer of the screen. Needs a running QGuiApplication, and
// may be used on any thread.
#pragma once

#include "exporters/drawing_format.h"
#include "exporters/painting/picture.h"

#include <QImage>

#include <memory>
#include <span>

namespace riser {

// Pages, each of its drawing's size, true to scale. One thread at a time.
class PdfBook {
  public:
    explicit PdfBook(DrawingProperties properties);
    ~PdfBook();
    PdfBook(const PdfBook&) = delete;
    PdfBook& operator=(const PdfBook&) = delete;

    Result<void> add(const Drawing& sheet);
    // Ends the book; bad_input when it has no page.
    Result<std::string> bytes();

  private:
    struct Pages;
    DrawingProperties properties_;
    std::unique_ptr<Pages> pages_;
};

// io: it cannot be written.
Result<void> write_pdf(std::span<const Drawing> sheets, const DrawingProperties& properties,
                       const std::filesystem::path& path);

// The whole drawing, `pixels` wide.
QImage image_of(const Picture& picture, int pixels, Theme theme, const PaintOptions& options = {});

// As it is printed: white ground, lines and letters of their true size. unsupported: more pixels than most_pixels.
Result<QImage> image_of_sheet(const Drawing& sheet, int dpi);

} // namespace riser
