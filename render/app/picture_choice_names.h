#pragma once

#include <array>
#include <string_view>

#include "render/ui/ui_state.h"

namespace stridelab::view {

/// One switch of the picture, by the word that stands for it on the command line and in the settings.
struct PictureChoiceName {
  std::string_view name;
  bool PictureChoices::*choice;
};

inline constexpr std::array picture_choice_names{
    PictureChoiceName{"anatomy", &PictureChoices::anatomy},
    PictureChoiceName{"ghost", &PictureChoices::ghost},
    PictureChoiceName{"force", &PictureChoices::force},
    PictureChoiceName{"frontal-line", &PictureChoices::frontal_line},
    PictureChoiceName{"footprints", &PictureChoices::footprints},
    PictureChoiceName{"close-up", &PictureChoices::close_up},
    PictureChoiceName{"labels", &PictureChoices::labels},
    PictureChoiceName{"follow", &PictureChoices::follow},
    PictureChoiceName{"dark", &PictureChoices::dark},
};

}  // namespace stridelab::view
