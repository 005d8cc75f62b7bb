// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/text_clipboard.h"

#include <QClipboard>
#include <QGuiApplication>

namespace riser {

QString TextClipboard::text() const { return QGuiApplication::clipboard()->text(); }

void TextClipboard::setText(const QString& text) { QGuiApplication::clipboard()->setText(text); }

} // namespace riser
