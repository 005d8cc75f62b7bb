// SPDX-License-Identifier: GPL-3.0-or-later
// Heads of pictures: size and resolution of PNG and JPEG, and every way of being cut short.
#include "model/import/picture.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

std::string big_endian(std::uint32_t value, int size) {
    std::string out;
    for (int i = size - 1; i >= 0; --i)
        out += static_cast<char>(value >> (8 * i) & 255);
    return out;
}
std::string chunk(const std::string& type, const std::string& data) {
    return big_endian(static_cast<std::uint32_t>(data.size()), 4) + type + data + "CRC.";
}
std::string png(std::uint32_t width, std::uint32_t height, const std::string& more = {}) {
    return std::string("\x89PNG\r\n\x1a\n", 8) +
           chunk("IHDR", big_endian(width, 4) + big_endian(height, 4) + std::string("\x08\x02\0\0\0", 5)) + more +
           chunk("IDAT", "x");
}
std::string segment(unsigned char marker, const std::string& data) {
    return std::string("\xFF") + static_cast<char>(marker) +
           big_endian(static_cast<std::uint32_t>(data.size() + 2), 2) + data;
}
std::string jpeg(std::uint32_t width, std::uint32_t height, const std::string& before = {}) {
    return "\xFF\xD8" + before + segment(0xC4, "tables") +
           segment(0xC2, "\x08" + big_endian(height, 2) + big_endian(width, 2) + "\x03") + segment(0xDA, "scan");
}
std::string jfif(char unit, std::uint32_t density) {
    return segment(0xE0, std::string("JFIF\0\x01\x02", 7) + unit + big_endian(density, 2) + big_endian(density, 2));
}

TEST(PictureHead, TellsSizeAndResolution) {
    EXPECT_EQ(*read_picture_head(png(1200, 800), "a.png"),
              (PictureHead{.kind = PictureKind::png, .width = 1200, .height = 800, .dpi = 0}));
    const std::string metres = chunk("pHYs", big_endian(11811, 4) + big_endian(11811, 4) + "\x01");
    EXPECT_NEAR(read_picture_head(png(10, 20, metres), "a.png")->dpi, 300, 0.01);
    const std::string ratio = chunk("pHYs", big_endian(3, 4) + big_endian(4, 4) + std::string(1, '\0'));
    EXPECT_EQ(read_picture_head(png(10, 20, ratio), "a.png")->dpi, 0);
    EXPECT_EQ(*read_picture_head(jpeg(640, 480, jfif(1, 150)), "a.jpg"),
              (PictureHead{.kind = PictureKind::jpeg, .width = 640, .height = 480, .dpi = 150}));
    EXPECT_NEAR(read_picture_head(jpeg(640, 480, jfif(2, 59)), "a.jpg")->dpi, 149.9, 0.1);
    EXPECT_EQ(read_picture_head(jpeg(640, 480, jfif(0, 1)), "a.jpg")->dpi, 0);
}

TEST(PictureHead, WhatIsNoneOrTooLargeIsSaid) {
    EXPECT_EQ(read_picture_head("0\nSECTION\n", "a.dxf").error().code, ErrorCode::unsupported);
    EXPECT_EQ(read_picture_head("", "a").error().code, ErrorCode::unsupported);
    EXPECT_EQ(read_picture_head(png(100'000, 100'000), "a.png").error().code, ErrorCode::unsupported);
    EXPECT_EQ(read_picture_head(png(0, 100), "a.png").error().code, ErrorCode::bad_input);
    EXPECT_EQ(read_picture_head(png(0xFFFFFFFF, 1), "a.png").error().code, ErrorCode::bad_input);
    EXPECT_EQ(read_picture_head(jpeg(0, 100), "a.jpg").error().code, ErrorCode::bad_input);
    EXPECT_EQ(read_picture_head("\xFF\xD8\xFF\xDA", "a.jpg").error().code, ErrorCode::bad_input);
}

TEST(PictureHead, CutShortItIsReadOrRefusedButNothingElse) {
    for (const std::string& whole :
         {png(10, 20, chunk("pHYs", big_endian(1, 4) + big_endian(1, 4) + "\x01")), jpeg(10, 20, jfif(1, 72))}) {
        const PictureHead head = *read_picture_head(whole, "a");
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const Result<PictureHead> part = read_picture_head(std::string_view(whole).substr(0, size), "a");
            if (part) {
                EXPECT_EQ(part->width, head.width) << size;
                EXPECT_EQ(part->height, head.height) << size;
            }
        }
        EXPECT_FALSE(read_picture_head(std::string_view(whole).substr(0, 20), "a"));
    }
}

} // namespace
} // namespace riser
