// SPDX-License-Identifier: GPL-3.0-or-later
// Do two files define types of one name in one namespace? All floors live in the namespace riser, so two such types
// are one name for two things: where both are included it does not compile, and where they are not, the linker takes
// either. Reads the sources as text: comments, strings and preprocessor lines set aside, scopes by their braces.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace riser {

struct TypeName {
    std::string name; // "riser::detail::Key"
    std::string file; // below the root
    int line = 0;
};

// Classes, structs, unions and enumerations that the text defines at namespace level; not those in a nameless
// namespace, inside another type or function, merely declared, or specialised.
std::vector<TypeName> types_in(std::string_view text, const std::string& file);

// A sentence for each name that more than one file of model, solvers, exporters and designer defines, naming them all.
std::vector<std::string> doubled_types(const std::filesystem::path& root);

} // namespace riser
