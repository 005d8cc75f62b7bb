// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/field.h"

#include <algorithm>

namespace riser {

Field Field::need() && {
    optional = false;
    return *this;
}

Field Field::range(std::int64_t least, std::int64_t most) && {
    low = least;
    high = most;
    return *this;
}

std::size_t Record::index_of(std::string_view key) const {
    const auto at = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.key == key; });
    return static_cast<std::size_t>(at - fields.begin());
}

const Field* Record::find(std::string_view key) const {
    const std::size_t index = index_of(key);
    return index < fields.size() ? &fields[index] : nullptr;
}

std::span<const Choice> choices(OriginKind) {
    static constexpr Choice list[] = {{"typed", {"输入", "Typed"}},
                                      {"imported", {"导入", "Imported"}},
                                      {"planned", {"规划", "Planned"}},
                                      {"typical", {"标准层", "Typical floor"}}};
    return list;
}

std::span<const Choice> choices(Status) {
    static constexpr Choice list[] = {{"planned", {"新建", "Planned"}},
                                      {"existing", {"现有", "Existing"}},
                                      {"reserved", {"预留", "Reserved"}},
                                      {"remove", {"拆除", "Remove"}},
                                      {"as-built", {"竣工", "As built"}}};
    return list;
}

std::span<const Choice> choices(Supplier) {
    static constexpr Choice list[] = {{"contractor", {"乙供", "Contractor"}}, {"client", {"甲供", "Client"}}};
    return list;
}

std::span<const Choice> choices(Scope) {
    static constexpr Choice list[] = {{"ours", {"本专业", "Ours"}},
                                      {"carrier", {"运营商", "Carrier"}},
                                      {"classified-works", {"涉密工程", "Classified works"}},
                                      {"fire", {"消防", "Fire protection"}},
                                      {"fit-out", {"装修", "Fit-out"}}};
    return list;
}

std::span<const Choice> choices(Evidence) {
    static constexpr Choice list[] = {{"drawn", {"图纸", "Drawn"}},
                                      {"planned", {"规划", "Planned"}},
                                      {"imported", {"导入", "Imported"}},
                                      {"typed", {"输入", "Typed"}}};
    return list;
}

} // namespace riser
