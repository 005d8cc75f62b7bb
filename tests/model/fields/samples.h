// SPDX-License-Identifier: GPL-3.0-or-later
// Every record, of entities and of parts, with a way to make an empty row and many random ones: what laws of the field
// table are tried on.
#pragma once

#include "model/fields/table_access.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace riser {

struct Sample {
    std::string name;
    const Record* record = nullptr;
    const TableAccess* table = nullptr; // of entities
    std::function<std::shared_ptr<void>()> make;
    std::vector<const void*> rows;
};

// The same each time; rows live as long as the program.
const std::vector<Sample>& samples();

std::string text_of(const Field& field, const void* row);

} // namespace riser
