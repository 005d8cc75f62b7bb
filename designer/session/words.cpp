// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/words.h"

#include "model/fields/spoken.h"
#include "model/fields/table_access.h"

namespace riser {

QString name_of(const Design& design, AnyId id, Language language) {
    const TableAccess& table = table_access(id.kind);
    const void* row = table.find(design, id.value);
    if (!row)
        return {};
    return words(called(*table.record, id.kind, row, language));
}

} // namespace riser
