#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace stridelab {

// Made from the commands and options of the parser and from the parameter table, so that they know what the program
// knows.

/// A completion script for "bash", "zsh" or "fish": commands, options, keys after --set, files and scenario names.
std::string completion_script(const CLI::App& app, const std::string& shell);

/// The manual page stridelab(1), as roff.
std::string manual_page(const CLI::App& app, const std::string& version);

}  // namespace stridelab
