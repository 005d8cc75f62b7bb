// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/migrations.h"

#include <pugixml.hpp>

#include <algorithm>

namespace riser {

// 1.0 is the first format: nothing is older yet.
std::span<const Migration> built_in_migrations() { return {}; }

Result<std::vector<Text>> migrate(pugi::xml_document& document, Format from, Format to,
                                  std::span<const Migration> migrations) {
    std::vector<Text> done;
    for (Format at = from; at < to;) {
        const auto step = std::find_if(migrations.begin(), migrations.end(),
                                       [&](const Migration& migration) { return migration.from == at; });
        if (step == migrations.end())
            return Error{ErrorCode::unsupported,
                         fill(Text{"无法从格式 {from} 升级到 {to}", "there is no way from format {from} to {to}"},
                              {{"from", same_text(to_string(at))}, {"to", same_text(to_string(to))}}),
                         {"用写出该文件的版本打开", "open it with the version that wrote it"},
                         {}};
        ensure(step->to > at && step->to <= to, "a migration leads to a newer format, none past the current");
        if (step->rewrite)
            if (Result<void> result = step->rewrite(document); !result)
                return std::move(result).error();
        at = step->to;
        document.document_element().attribute("format").set_value(to_string(at).c_str());
        done.push_back(fill(Text{"格式 {from} 升级到 {to}：{what}", "format {from} brought to {to}: {what}"},
                            {{"from", same_text(to_string(step->from))},
                             {"to", same_text(to_string(step->to))},
                             {"what", step->what}}));
    }
    return done;
}

} // namespace riser
