#include "mpi/mpi_team.h"

#include <fmt/format.h>
#include <mpi.h>

#include <algorithm>
#include <ctime>

#include "mpi/chain_message.h"
#include "sweep/pool.h"

namespace stridelab {
namespace {

enum Tag : int { rows_tag = 1, chains_tag = 2 };

/// Chains of a rank's next message, so that one is worth its cost beside them and ranks still end together. It changes
/// who answers a chain, never what is answered.
std::size_t next_quota(std::size_t quota, double seconds) {
  constexpr double short_s = 0.05, long_s = 0.4;
  if (seconds < short_s) return std::min<std::size_t>(2 * quota, 1024);
  return seconds > long_s ? std::max<std::size_t>(quota / 2, 1) : quota;
}

struct Received {
  int rank;
  std::string bytes;
};

/// Processor time of this process, so that a busy machine does not count as a busy rank. s
double processor_s() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Waits for a message of any rank, or of one.
int wait_for(int rank, int tag, MPI_Status& status) {
  int size = 0;
  MPI_Probe(rank, tag, MPI_COMM_WORLD, &status);
  MPI_Get_count(&status, MPI_BYTE, &size);
  return size;
}

Received receive(MPI_Status& status, int size) {
  Received out{status.MPI_SOURCE, std::string(static_cast<std::size_t>(size), '\0')};
  MPI_Recv(out.bytes.data(), size, MPI_BYTE, status.MPI_SOURCE, status.MPI_TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
  return out;
}

std::vector<std::uint64_t> receive_chains() {
  MPI_Status status;
  const int size = wait_for(0, chains_tag, status);
  std::vector<std::uint64_t> chains(static_cast<std::size_t>(size) / sizeof(std::uint64_t));
  MPI_Recv(chains.data(), size, MPI_BYTE, 0, chains_tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
  return chains;
}

}  // namespace

void MpiTeam::send(int rank, const std::vector<std::uint64_t>& chains) {
  const auto size = static_cast<int>(chains.size() * sizeof(std::uint64_t));
  MPI_Send(chains.data(), size, MPI_BYTE, rank, chains_tag, MPI_COMM_WORLD);
  if (chains.empty()) --at_work_;
}

void MpiTeam::lead(const ChainJob& job) {
  std::vector<std::size_t> quotas(static_cast<std::size_t>(size_), static_cast<std::size_t>(std::max(job.jobs, 1)));
  while (at_work_ > 0) {
    MPI_Status status;
    const int size = wait_for(MPI_ANY_SOURCE, rows_tag, status);
    const double from = processor_s();
    const auto [rank, bytes] = receive(status, size);
    std::vector<std::uint64_t> chains;
    std::size_t& quota = quotas[static_cast<std::size_t>(rank)];
    while (chains.size() < quota) {
      const auto chain = job.next();
      if (!chain) break;
      chains.push_back(*chain);
    }
    send(rank, chains);  // before anything is written, so that nobody waits for the disk
    const ChainMessage message = unpacked(bytes);
    if (!message.rows.empty()) job.sink(message.rows);
    quota = next_quota(quota, message.seconds);
    rows_ += message.rows.size();
    answering_s_ += message.seconds;
    busy_s_ += processor_s() - from;
  }
}

void MpiTeam::serve(const ChainJob& job) {
  const int jobs = std::max(job.jobs, 1);
  std::string answer = packed({});
  while (true) {
    MPI_Send(answer.data(), static_cast<int>(answer.size()), MPI_BYTE, 0, rows_tag, MPI_COMM_WORLD);
    const std::vector<std::uint64_t> chains = receive_chains();
    if (chains.empty()) return;
    const double from = processor_s();
    ChainMessage message;
    auto chain = chains.begin();
    ThreadTeam(jobs).answer(
        {job.design,
         [&]() -> std::optional<std::uint64_t> {
           return chain == chains.end() ? std::nullopt : std::optional(*chain++);
         },
         [&](const std::vector<RowResult>& rows) { message.rows.insert(message.rows.end(), rows.begin(), rows.end()); },
         jobs});
    message.seconds = processor_s() - from;
    answer = packed(message);
  }
}

void MpiTeam::answer(const ChainJob& job) {
  if (leads())
    lead(job);
  else
    serve(job);
}

std::string MpiTeam::disagreement(const std::string& mine) {
  constexpr std::size_t width = 32;
  std::string own = mine;
  own.resize(width, ' ');
  std::string all(width * static_cast<std::size_t>(size_), ' ');
  MPI_Allgather(own.data(), static_cast<int>(width), MPI_CHAR, all.data(), static_cast<int>(width), MPI_CHAR,
                MPI_COMM_WORLD);
  begun_ = true;
  std::string why;
  for (int rank = 0; rank < size_ && why.empty(); ++rank)
    if (all.compare(width * static_cast<std::size_t>(rank), width, all, 0, width) != 0)
      why = fmt::format("rank {} reads another design or other model files than rank 0", rank);
  // Where nobody can read the design, each says so itself.
  if (!why.empty() || mine == "unreadable") begun_ = false;
  return why;
}

void MpiTeam::dismiss() {
  if (!leads() || !begun_) return;
  while (at_work_ > 0) {
    MPI_Status status;
    const int size = wait_for(MPI_ANY_SOURCE, rows_tag, status);
    send(receive(status, size).rank, {});
  }
}

std::string MpiTeam::words() const { return fmt::format("on {} ranks that answer", size_ - 1); }

std::string MpiTeam::remark() const {
  if (rows_ == 0) return {};
  const double mine_s = busy_s_ / static_cast<double>(rows_), theirs_s = answering_s_ / static_cast<double>(rows_);
  return fmt::format(
      "rank 0 was busy for {:.1f} us a row, a rank answers one in {:.2f} ms: one could lead {:.0f} ranks", 1e6 * mine_s,
      1e3 * theirs_s, theirs_s / mine_s);
}

}  // namespace stridelab
