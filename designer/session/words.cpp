// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/words.h"

#include "model/fields/row_text.h"
#include "model/fields/table_access.h"

namespace riser {

QString name_of(const Design& design, AnyId id, Language language) {
    const TableAccess& table = table_access(id.kind);
    const void* row = table.find(design, id.value);
    if (!row)
        return {};
    if (id.kind == Kind::rooms) {
        const Room& room = *static_cast<const Room*>(row);
        return (words(room.number) + QLatin1Char(' ') + words(room.name, language)).trimmed();
    }
    const Text name = row_name(*table.record, row);
    const QString out = words(name, language);
    return out.isEmpty() ? words(language == Language::zh ? table.record->label.zh : table.record->label.en) : out;
}

} // namespace riser
