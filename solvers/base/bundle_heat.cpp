// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/bundle_heat.h"

#include <algorithm>

namespace riser {

namespace {

bool is_open(PathwayKind kind) {
    return kind == PathwayKind::tray || kind == PathwayKind::ladder || kind == PathwayKind::shaft;
}
bool holds_one_bundle(PathwayKind kind) { return kind == PathwayKind::conduit || kind == PathwayKind::sleeve; }

} // namespace

std::optional<Bundle> hottest_bundle(const LinkTables& tables, PathwayKind kind,
                                     std::span<const std::int32_t, highest_poe_class + 1> by_class, std::int32_t cables,
                                     std::int32_t tied) {
    Bundle out;
    out.cables = holds_one_bundle(kind) ? cables : std::min(cables, tied);
    std::int64_t sum = 0; // tenths of a degree times cables
    for (std::int32_t c = highest_poe_class; c > 0 && out.powered < out.cables; --c) {
        const std::int32_t count = std::min(by_class[static_cast<std::size_t>(c)], out.cables - out.powered);
        if (count <= 0)
            continue;
        const BundleHeat* row = tables.bundle(c, out.cables);
        if (!row)
            return std::nullopt;
        out.powered += count;
        sum += std::int64_t{count} * (is_open(kind) ? row->open : row->enclosed).value;
    }
    if (out.powered > 0)
        out.rise = DeciCelsius(static_cast<std::int32_t>((sum + out.cables - 1) / out.cables));
    return out;
}

} // namespace riser
