// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/paper.h"

#include "designer/cli/options.h"
#ifdef RISER_PAINTING
#include "exporters/painting/paper_formats.h"
#endif

#include <algorithm>

namespace riser {

namespace {

#ifdef RISER_PAINTING
constexpr const char* by_default = "pdf";

Result<DrawingFormat> painted(const std::string& name, int dpi) {
    if (name == "pdf")
        return pdf_format();
    if (dpi < least_dpi || dpi > most_dpi) {
        const std::string least = std::to_string(least_dpi), most = std::to_string(most_dpi);
        return Error{ErrorCode::bad_input,
                     {"--dpi 超出 " + least + " 至 " + most + "：" + std::to_string(dpi),
                      "--dpi outside " + least + " to " + most + ": " + std::to_string(dpi)},
                     {"常用 150 或 300", "usual are 150 or 300"},
                     {}};
    }
    return png_format(dpi);
}
Painter make_painter() { return std::make_shared<PaintingRoom>(); }
#else
constexpr const char* by_default = "svg";

Result<DrawingFormat> painted(const std::string& name, int) {
    return Error{ErrorCode::unsupported,
                 {"此版本不能输出 " + name, "this build cannot write " + name},
                 {"改用 --format svg，或安装带编辑器的版本", "take --format svg, or a build with the editor"},
                 {}};
}
Painter make_painter() { return {}; }
#endif

} // namespace

Result<PaperFormats> paper_formats(const std::string& list, int dpi) {
    PaperFormats out;
    std::vector<std::string> names = split_list(list);
    if (names.empty())
        names = {by_default};
    for (const std::string& name : names) {
        if (std::any_of(out.formats.begin(), out.formats.end(), [&](const auto& known) { return known.name == name; }))
            continue;
        if (name == "svg") {
            out.formats.push_back(svg_format());
            continue;
        }
        if (name != "pdf" && name != "png")
            return Error{ErrorCode::bad_input,
                         {"没有这种图纸格式：" + name, "there is no format of drawings called " + name},
                         {"可选：svg、pdf、png", "there are: svg, pdf, png"},
                         {}};
        Result<DrawingFormat> format = painted(name, dpi);
        if (!format)
            return std::move(format).error();
        out.formats.push_back(std::move(*format));
        if (!out.painter)
            out.painter = make_painter();
    }
    return out;
}

} // namespace riser
