#pragma once

#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "render/ui/view_model.h"

namespace stridelab::view {

/// What a person calls a form and where it goes.
struct FormFile {
  std::string name;    ///< of the file, with or without .toml
  std::string folder;  ///< made if it is not there
  std::string note;    ///< the question of the scenario; may be empty
};

/// A file that is there already is left alone, or written over.
enum class IfThere { refuse, replace };

/// Where a person's forms ("scenarios") and runners ("profiles") go unless told, where the command line finds them by
/// name. The working folder without a home.
std::filesystem::path own_folder(const char* kind);

/// A name, folder and note for the form under the sliders: those of its file if it is the person's own, else new ones.
FormFile proposed_file(const ViewModel& model);

/// Writes the form under the sliders into a file, which then is the scenario: listed, and without changes.
///
/// returns  one sentence with the path
/// errors   one sentence: no name, a file that is there, what a file cannot give, or the system's own words
tl::expected<std::string, std::string> save_form_as(ViewModel& model, const FormFile& file, IfThere there);

/// Whether the scenario's file holds nothing that writing the form over it would lose: checks, a base, remarks.
bool can_save_over(const ViewModel& model);

/// Writes the form over its file. errors: as save_form_as(), and where can_save_over() says no
tl::expected<std::string, std::string> save_form(ViewModel& model);

/// Writes body, strength, knee, training and pace of the form under the sliders as a profile, who then is the runner.
tl::expected<std::string, std::string> save_runner(ViewModel& model, const std::string& name);

/// The person's profiles, in order of names.
std::vector<std::filesystem::path> own_runners();

/// "easy run* - Stridelab": the file, and a mark while its form is not saved.
std::string title_of(const ViewModel& model);

}  // namespace stridelab::view
