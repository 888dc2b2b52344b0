#include "cli/plot_output.h"

#include "page/browser.h"
#include "page/run_page.h"

namespace stridelab {

ExitCode append_made(Outputs& outputs, std::size_t output, std::string_view option,
                     const tl::expected<std::string, std::string>& made, const Console& console) {
  if (made) {
    outputs.append(output, *made);
    return ExitCode::done;
  }
  console.err << "error: " << option << ": " << made.error() << "\n";
  outputs.drop(output);
  return ExitCode::unwritable_output;
}

ExitCode write_plot(Outputs& outputs, std::size_t output, const std::string& file, const std::vector<RunReport>& forms,
                    const LoadModels& models, const Console& console) {
  if (file.empty()) return ExitCode::done;
  const CurvesPicture picture = curves_picture(forms, models);
  if (!file.ends_with(".png")) {
    outputs.append(output, picture.svg);
    return ExitCode::done;
  }
  const auto made = png_of_picture(picture.svg, picture.width_px, picture.height_px);
  return append_made(outputs, output, "--plot", made, console);
}

}  // namespace stridelab
