// SPDX-License-Identifier: GPL-3.0-or-later
// How large is a scanned plan, and how many dots has it to an inch? Read from the head of a PNG or JPEG; the picture
// itself is decoded by whoever paints it. Hostile files: every length is checked, nothing is allocated by what they
// say.
#pragma once

#include "model/base/result.h"

#include <cstdint>
#include <string_view>

namespace riser {

enum class PictureKind { png, jpeg };

struct PictureHead {
    PictureKind kind = PictureKind::png;
    std::int32_t width = 0; // pixels
    std::int32_t height = 0;
    double dpi = 0; // dots an inch; 0: it does not say
    bool operator==(const PictureHead&) const = default;
};

constexpr std::int64_t most_picture_pixels = 1'000'000'000;

// unsupported: neither PNG nor JPEG, or more pixels than that; bad_input: cut short or damaged.
Result<PictureHead> read_picture_head(std::string_view bytes, const std::string& file_name);

} // namespace riser
