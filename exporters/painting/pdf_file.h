// SPDX-License-Identifier: GPL-3.0-or-later
// What Qt's PDF lacks: bookmarks, a language and an identifier, the hash of the file (an incremental update, PDF 1.7,
// 7.5.6); and the design's date where Qt puts the clock's. Equal drawings give equal bytes.
#pragma once

#include "exporters/drawing_format.h"

#include <QStringList>

#include <string>

namespace riser {

// `bytes`: a PDF as QPdfWriter of Qt 6 writes it. `bookmarks`: one a page, or none at all.
std::string finished_pdf(std::string bytes, const QStringList& bookmarks, const DrawingProperties& properties);

} // namespace riser
