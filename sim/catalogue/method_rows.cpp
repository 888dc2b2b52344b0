#include <array>

#include "catalogue/parameter_rows.h"

namespace stridelab {
namespace {

constexpr std::array<std::string_view, 3> methods{"net", "willson_2015", "static_optimisation"};

// A choice of [run] that changes results of both engines, unlike its other keys: so it is a parameter of the form, told
// in every report and part of what makes two runs the same.
constexpr std::array rows{
    text_row("kneecap_method", "run", "net", methods,
             "how the kneecap's loads are made of the moments of the leg. net: of the knee moment alone; willson_2015: "
             "plus all that calf and hamstrings can bend the knee with; static_optimisation: as a muscle model shares "
             "the moments out",
             "argued in models/knee/patellofemoral.toml; Willson 2015, Scand J Med Sci Sports 25:736",
             &Form::kneecap_method),
};

}  // namespace

std::span<const ParameterInfo> method_rows() { return rows; }

}  // namespace stridelab
