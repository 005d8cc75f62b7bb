// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a deck: each a <table> of <row> elements whose attributes are its columns. A row may say a list of
// fibres, categories or rates for which it holds; it takes the table's trust unless it states its own.
#pragma once

#include "solvers/checks/deck.h"
#include "solvers/checks/deck_xml.h"

namespace riser {

// Reads one table into deck.tables and deck.links; false with a complaint at the row or value that is wrong: a table or
// column that is not known, a value that is none of its column, a row that stands twice.
bool read_table(DeckXml& xml, pugi::xml_node node, Deck& deck);

std::span<const std::string_view> deck_table_names();

} // namespace riser
