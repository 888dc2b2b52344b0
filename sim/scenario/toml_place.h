#pragma once

#include <toml++/toml.h>

#include "scenario/layer.h"
#include "scenario/source_file.h"

namespace stridelab {

/// From the start of the key to the end of its value, or of the key where the value goes on on another line.
Place place_of(const toml::key& key, const toml::node& value);

/// Start of a table or value.
Place place_of(const toml::node& node);

GivenValue given_value(const toml::node& node);

}  // namespace stridelab
