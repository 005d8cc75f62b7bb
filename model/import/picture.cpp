// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/picture.h"

#include <cmath>
#include <optional>

namespace riser {

namespace {

constexpr std::string_view png_signature("\x89PNG\r\n\x1a\n", 8);
constexpr double inch = 0.0254; // m

// Big-endian numbers at a place; nothing beyond the end.
std::optional<std::uint32_t> number(std::string_view bytes, std::size_t at, std::size_t size) {
    if (at > bytes.size() || bytes.size() - at < size)
        return std::nullopt;
    std::uint32_t out = 0;
    for (std::size_t i = 0; i < size; ++i)
        out = out << 8 | static_cast<unsigned char>(bytes[at + i]);
    return out;
}

PictureHead sized(PictureKind kind, std::uint32_t width, std::uint32_t height) {
    constexpr std::uint32_t most = INT32_MAX;
    return {.kind = kind,
            .width = static_cast<std::int32_t>(width <= most ? width : 0),
            .height = static_cast<std::int32_t>(height <= most ? height : 0)};
}

// PNG (ISO/IEC 15948) 11.2.2 and 11.3.5.3: IHDR comes first, pHYs before the first IDAT.
std::optional<PictureHead> head_of_png(std::string_view bytes) {
    const auto width = number(bytes, 16, 4), height = number(bytes, 20, 4);
    if (!width || !height || bytes.substr(12, 4) != "IHDR")
        return std::nullopt;
    PictureHead out = sized(PictureKind::png, *width, *height);
    for (std::size_t at = 8; at + 12 <= bytes.size();) {
        const std::uint32_t length = *number(bytes, at, 4);
        const std::string_view type = bytes.substr(at + 4, 4);
        if (type == "IDAT" || type == "IEND" || length > bytes.size() - at - 12)
            break;
        if (type == "pHYs" && length == 9 && bytes[at + 16] == 1)
            out.dpi = *number(bytes, at + 8, 4) * inch;
        at += 12 + std::size_t{length};
    }
    return out;
}

// The density of a JFIF segment (ITU-T T.871, 10.1).
double density_of(std::string_view segment) {
    const auto x = number(segment, 8, 2);
    if (segment.substr(0, 5) != std::string_view("JFIF\0", 5) || !x)
        return 0;
    const char unit = segment[7];
    return unit == 1 ? *x : unit == 2 ? *x * 2.54 : 0;
}

// ITU-T T.81, B.2: segments up to the frame header, SOF0 to SOF15 without DHT, JPG and DAC.
std::optional<PictureHead> head_of_jpeg(std::string_view bytes) {
    double dpi = 0;
    for (std::size_t at = 2; at + 4 <= bytes.size();) {
        if (static_cast<unsigned char>(bytes[at]) != 0xFF)
            return std::nullopt;
        const auto marker = static_cast<unsigned char>(bytes[at + 1]);
        if (marker == 0xFF) {
            ++at; // filling
            continue;
        }
        const std::uint32_t length = *number(bytes, at + 2, 2);
        if (marker == 0xD9 || marker == 0xDA || length < 2)
            return std::nullopt;
        const std::string_view segment = bytes.substr(at + 4, length - 2);
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
            const auto height = number(segment, 1, 2), width = number(segment, 3, 2);
            if (!width || !height)
                return std::nullopt;
            PictureHead out = sized(PictureKind::jpeg, *width, *height);
            out.dpi = dpi;
            return out;
        }
        if (marker == 0xE0)
            dpi = density_of(segment);
        at += 2 + std::size_t{length};
    }
    return std::nullopt;
}

} // namespace

Result<PictureHead> read_picture_head(std::string_view bytes, const std::string& file_name) {
    const bool png = bytes.starts_with(png_signature), jpeg = bytes.starts_with("\xFF\xD8");
    if (!png && !jpeg)
        return Error{ErrorCode::unsupported,
                     {"不是 PNG 或 JPEG 图片", "neither a PNG nor a JPEG picture"},
                     {"把图片另存为 PNG 或 JPEG", "save it as PNG or JPEG"},
                     {file_name, 0, 0}};
    std::optional<PictureHead> head = png ? head_of_png(bytes) : head_of_jpeg(bytes);
    if (!head || head->width < 1 || head->height < 1)
        return Error{ErrorCode::bad_input,
                     {"图片已损坏或不完整", "the picture is damaged or cut short"},
                     {"重新扫描或导出", "scan or export it again"},
                     {file_name, 0, 0}};
    if (std::int64_t{head->width} * head->height > most_picture_pixels)
        return Error{ErrorCode::unsupported,
                     {"图片过大：" + std::to_string(head->width) + " × " + std::to_string(head->height) + " 像素",
                      "too large: " + std::to_string(head->width) + " x " + std::to_string(head->height) + " pixels"},
                     {"降低分辨率后再试", "make it smaller first"},
                     {file_name, 0, 0}};
    if (!(head->dpi >= 1 && head->dpi <= 10'000))
        head->dpi = 0;
    return *head;
}

} // namespace riser
