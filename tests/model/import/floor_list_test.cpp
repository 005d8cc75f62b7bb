// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/floor_list.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

std::string labels(std::string_view text) {
    const Result<std::vector<StoreyNumber>> storeys = parse_floor_list(text);
    if (!storeys)
        return "error: " + storeys.error().message.en;
    std::string out;
    for (const StoreyNumber storey : *storeys)
        out += (out.empty() ? "" : " ") + floor_label(storey);
    return out;
}

TEST(FloorList, RangesListsAndBasements) {
    EXPECT_EQ(labels("3-6"), "3F 4F 5F 6F");
    EXPECT_EQ(labels("3F-5F"), "3F 4F 5F");
    EXPECT_EQ(labels("B1"), "B1");
    EXPECT_EQ(labels("b2-2"), "B2 B1 1F 2F");
    EXPECT_EQ(labels("-2-1"), "B2 B1 1F");
    EXPECT_EQ(labels("-1--3"), "B1 B2 B3");
    EXPECT_EQ(labels("5-3"), "5F 4F 3F");
    EXPECT_EQ(labels("1, 3-4 ,3,12"), "1F 3F 4F 12F");
}

TEST(FloorList, WhatIsNoFloorIsNamed) {
    for (const char* wrong : {"", "0", "x", "1-", "1,,2", "1-0", "301", "F", "B", "B1F", "1.5", "3 4"})
        EXPECT_EQ(labels(wrong).substr(0, 6), "error:") << wrong << " gave " << labels(wrong);
    EXPECT_NE(labels("1,x").find("'x'"), std::string::npos);
}

} // namespace
} // namespace riser
