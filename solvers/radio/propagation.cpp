// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/radio/propagation.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace riser {

MilliDecibels free_space_loss(std::int64_t square, Megahertz frequency) {
    const double metres = std::sqrt(static_cast<double>(std::max<std::int64_t>(square, 1'000'000))) / 1'000;
    const double loss = 20 * std::log10(metres) + 20 * std::log10(static_cast<double>(frequency.value)) - 27.55;
    return MilliDecibels(static_cast<std::int32_t>(std::lround(loss * 1'000)));
}

double free_space_range(MilliDecibels loss, Megahertz frequency) {
    const double left = loss.value / 1'000.0 - 20 * std::log10(static_cast<double>(frequency.value)) + 27.55;
    return 1'000 * std::pow(10, left / 20);
}

MilliDecibels loss_of(WallMaterial material, Millimetres thickness, const WallLosses& losses) {
    switch (material) {
    case WallMaterial::brick:
        return losses.brick;
    case WallMaterial::concrete:
        return losses.concrete;
    case WallMaterial::block:
        return losses.block;
    case WallMaterial::drywall:
        return losses.drywall;
    case WallMaterial::glass:
        return losses.glass;
    case WallMaterial::metal:
        return losses.metal;
    case WallMaterial::shielded:
        return losses.shielded;
    case WallMaterial::unknown:
        break;
    }
    return thickness.value > 0 && thickness <= losses.thin ? losses.unknown_thin : losses.unknown;
}

MilliDecibels loss_of(OpeningKind kind, const WallLosses& losses) {
    switch (kind) {
    case OpeningKind::door:
        return losses.door;
    case OpeningKind::window:
        return losses.glass;
    case OpeningKind::passage:
    case OpeningKind::shaft:
        break;
    }
    return {};
}

std::string display_level(MilliDecibels level) {
    const long tenths = std::lround(level.value / 100.0);
    return (tenths < 0 ? "-" : "") + std::to_string(std::labs(tenths) / 10) + "." +
           std::to_string(std::labs(tenths) % 10) + " dBm";
}

} // namespace riser
