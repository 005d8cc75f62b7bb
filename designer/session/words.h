// SPDX-License-Identifier: GPL-3.0-or-later
// Between the engine's strings and Qt's.
#pragma once

#include "model/base/result.h"
#include "model/design.h"

#include <QString>
#include <QUrl>

#include <filesystem>

namespace riser {

inline QString words(const std::string& text) { return QString::fromStdString(text); }
inline QString words(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline QString words(const Text& text, Language language) { return QString::fromStdString(text.in(language)); }
inline QString words(AnyId id) { return id.value == 0 ? QString() : QString::fromStdString(to_string(id)); }
inline AnyId id_of(const QString& text) { return parse_any_id(text.toStdString()).value_or(AnyId()); }
inline std::filesystem::path path_of(const QUrl& url) {
    return (url.isLocalFile() ? url.toLocalFile() : url.toString(QUrl::FullyDecoded)).toStdString();
}
// "FILE:LINE:COLUMN: what is wrong; what to do".
inline QString words(const Error& error, Language language) {
    return QString::fromStdString(to_string(error, language));
}

// A row as people know it: its label or number, else what kind of thing it is.
QString name_of(const Design& design, AnyId id, Language language);
// "E1 Offices".
inline QString zone_name(const Zone& zone, Language language) {
    return (words(zone.code) + QLatin1Char(' ') + words(zone.name, language)).trimmed();
}

} // namespace riser
