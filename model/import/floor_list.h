// SPDX-License-Identifier: GPL-3.0-or-later
// Which floors a drawing is for, as people write it: "3-10", "B1", "B2-1", "1,3F-5F,12". There is no floor 0: below 1F
// comes B1.
#pragma once

#include "model/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace riser {

// A storey above ground counts 1, 2, …; below it -1, -2, ….
struct StoreyNumber {
    int number = 1;
    auto operator<=>(const StoreyNumber&) const = default;
};

// "3F", "B1".
std::string floor_label(StoreyNumber storey);
// "3F", "3", "三层" is not one; "B1", "-1", "b1"; nothing for anything else.
bool parse_storey_number(std::string_view text, StoreyNumber& out);

// In the order written, without doubles. At most 300 storeys; a range may run down. bad_input says which part is wrong.
Result<std::vector<StoreyNumber>> parse_floor_list(std::string_view text);

} // namespace riser
