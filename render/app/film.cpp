#include "render/app/film.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sstream>

#include "core/text.h"
#include "report/output_file.h"

extern char** environ;

namespace stridelab::view {
namespace {
namespace fs = std::filesystem;

constexpr std::string_view install =
    "films need the program ffmpeg: install the package ffmpeg, or record PNG files "
    "instead (a folder with its slash, frames/)";

/// Ends a file descriptor with its owner.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

std::vector<std::string> ffmpeg_call(const fs::path& file, const PictureSize& size, double fps) {
  return {"ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-f", "rawvideo", "-pixel_format", "rgb24", "-video_size",
          fmt::format("{}x{}", size.width, size.height), "-framerate", fmt::format("{}", fps), "-i", "pipe:0",
          // Pixels are halved for colour, so both sides have to be even.
          "-vf", "crop=trunc(iw/2)*2:trunc(ih/2)*2", "-an", "-c:v", "libx264", "-preset", "veryfast", "-crf", "18",
          "-pix_fmt", "yuv420p", "-movflags", "+faststart", "-f", "mp4", "file:" + file.string()};
}

/// Starts ffmpeg with these ends as its input and its complaints. 0, or what the system said.
int start(const std::vector<std::string>& call, int input, int complaints, pid_t& process) {
  std::vector<char*> words;
  for (const std::string& word : call) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  posix_spawn_file_actions_t ends;
  posix_spawn_file_actions_init(&ends);
  posix_spawn_file_actions_adddup2(&ends, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&ends, complaints, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&ends, complaints, STDERR_FILENO);
  const int failed = posix_spawnp(&process, words.front(), &ends, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&ends);
  return failed;
}

class Film : public Recorder {
 public:
  Film(OutputFile file, int input, std::FILE* complaints, pid_t process)
      : file_(std::move(file)), input_(input), complaints_(complaints), process_(process) {}
  ~Film() override {
    wait();
    std::fclose(complaints_);
  }

  tl::expected<void, std::string> add(const std::vector<std::uint8_t>& rgb) override {
    std::size_t sent = 0;
    while (sent < rgb.size()) {
      // A pipe would end this program with a signal when ffmpeg is gone; a socket says so.
      const ssize_t n = ::send(input_.number(), rgb.data() + sent, rgb.size() - sent, MSG_NOSIGNAL);
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) return failed();
      sent += static_cast<std::size_t>(n);
    }
    return {};
  }

  tl::expected<void, std::string> finish() override {
    if (wait() != 0) return failed();
    return file_.commit();
  }

 private:
  /// Lets ffmpeg end and gives its exit status; once.
  int wait() {
    input_.close();
    if (process_ < 0) return status_;
    while (::waitpid(process_, &status_, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    return status_;
  }

  tl::unexpected<std::string> failed() {
    wait();
    std::string said;
    char part[512];
    std::rewind(complaints_);
    while (said.size() < 2000 && std::fgets(part, sizeof part, complaints_) != nullptr) said += part;
    while (!said.empty() && (said.back() == '\n' || said.back() == ' ')) said.pop_back();
    return tl::unexpected(fmt::format("ffmpeg could not write {}{}", file_.place().path.string(),
                                      said.empty() ? "" : ": " + printable(said)));
  }

  OutputFile file_;  ///< ffmpeg writes it, under its own name until commit()
  Descriptor input_;
  std::FILE* complaints_;
  pid_t process_;
  int status_ = 0;
};

}  // namespace

tl::expected<std::unique_ptr<Recorder>, std::string> open_film(const fs::path& target, const PictureSize& size,
                                                               double fps) {
  if (auto able = can_film(); !able) return tl::unexpected(able.error());
  auto opened = OutputFile::open(target);
  if (!opened) return tl::unexpected(opened.error());
  int ends[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return tl::unexpected(fmt::format("cannot reach ffmpeg: {}", std::strerror(errno)));
  const Descriptor theirs(ends[1]);
  std::FILE* complaints = std::tmpfile();
  if (complaints == nullptr) {
    ::close(ends[0]);
    return tl::unexpected(fmt::format("cannot reach ffmpeg: {}", std::strerror(errno)));
  }
  pid_t process = -1;
  if (const int failed =
          start(ffmpeg_call(opened->written_to(), size, fps), theirs.number(), ::fileno(complaints), process);
      failed != 0) {
    ::close(ends[0]);
    std::fclose(complaints);
    return tl::unexpected(fmt::format("{} ({})", install, std::strerror(failed)));
  }
  return std::make_unique<Film>(*std::move(opened), ends[0], complaints, process);
}

bool has_ffmpeg() {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');)
    if (::access((fs::path(folder) / "ffmpeg").c_str(), X_OK) == 0) return true;
  return false;
}

tl::expected<void, std::string> can_film() {
  if (has_ffmpeg()) return {};
  return tl::unexpected(std::string(install));
}

}  // namespace stridelab::view
