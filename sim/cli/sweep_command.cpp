#include "cli/sweep_command.h"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <iostream>

#include "cli/sweep_outputs.h"
#include "cli/sweep_progress.h"
#include "model_files/models_origin.h"
#include "sweep/design_reader.h"
#include "sweep/pool.h"
#include "sweep/row_csv.h"

namespace stridelab {
namespace {

ExitCode complain(const Console& console, const std::string& what, ExitCode code) {
  console.err << "error: " << what << "\n";
  return code;
}

/// "2/4"; empty where it is no shard.
std::optional<Shard> read_shard(const std::string& text) {
  Shard shard;
  const char* const end = text.data() + text.size();
  const auto part = std::from_chars(text.data(), end, shard.part);
  if (part.ec != std::errc() || part.ptr == end || *part.ptr != '/') return std::nullopt;
  const auto parts = std::from_chars(part.ptr + 1, end, shard.parts);
  const bool good = parts.ec == std::errc() && parts.ptr == end && shard.part >= 1 && shard.part <= shard.parts;
  return good ? std::optional(shard) : std::nullopt;
}

/// What cannot be asked for together; empty where all is well.
std::string usage_fault(const SweepOptions& o) {
  if (o.design.empty() == o.rows.empty()) return "sweep needs a design file, or --rows with a table";
  const bool of_design = o.resume || !o.store.empty() || !o.shard.empty() || !o.merge.empty();
  const bool of_rows = !o.base.base.empty() || !o.base.overrides.empty() || !o.base.engine.empty() ||
                       !o.base.test_function.empty() || !o.metrics.empty();
  if (!o.rows.empty() && of_design)
    return "--store, --resume, --shard and --merge go with a design file, not with --rows";
  if (!o.design.empty() && of_rows)
    return "--base, --set, --engine, --metrics and --test-function go with --rows: a design file says them itself";
  if (o.store.empty() && (o.resume || !o.merge.empty())) return "--resume and --merge need --store FILE";
  if (o.store == "-") return "--store is a file, not stdout";
  if (!o.shard.empty() && !read_shard(o.shard)) return fmt::format("--shard {} is not i/n with 1 <= i <= n", o.shard);
  if (!o.shard.empty() && !o.merge.empty()) return "--merge makes the whole of shards: leave --shard out";
  return o.jobs < 0 ? "--jobs is a number of threads, 1 or more" : "";
}

std::vector<std::string> split(const std::string& names) {
  std::vector<std::string> all;
  for (std::size_t from = 0; from < names.size();) {
    const std::size_t comma = std::min(names.find(',', from), names.size());
    if (comma > from) all.push_back(names.substr(from, comma - from));
    from = comma + 1;
  }
  return all;
}

int jobs_of(const SweepOptions& options) { return options.jobs > 0 ? options.jobs : all_jobs(); }

ExitCode answer_rows(const SweepOptions& options, const Console& console, const Engines& engines) {
  const auto model = row_model(options.base, console, engines);
  if (!model) return ExitCode::invalid_input;
  std::ifstream file;
  if (options.rows != "-") file.open(options.rows);
  if (options.rows != "-" && !file)
    return complain(console, fmt::format("cannot read {}", options.rows), ExitCode::invalid_input);
  SweepOutputs outputs(options, console);
  if (const ExitCode refused = outputs.open(); refused != ExitCode::done) return refused;
  SweepProgress progress(console);
  TableBuffer buffer(outputs);
  std::ostream table(&buffer);
  const bool to_stdout = options.csv.empty() || options.csv == "-";
  std::istream& in = options.rows == "-" ? std::cin : file;
  const auto counts = answer_stream(in, to_stdout ? console.out : table,
                                    {model, split(options.metrics), jobs_of(options), options.rows,
                                     [&](const RowCounts& now) { progress.show(now, 0, 0); }});
  if (!counts) console.err << to_text(counts.error());
  if (!counts) return ExitCode::invalid_input;
  progress.finish(*counts, 0, ThreadTeam(jobs_of(options)).words());
  outputs.finish();
  return counts->invalid > 0 ? ExitCode::invalid_input : ExitCode::done;
}

/// The part of the leader: opens what keeps, hands out, writes.
ExitCode lead(const SweepOptions& options, const Design& design, const Console& console, Team& team) {
  const Shard shard = options.shard.empty() ? Shard{} : *read_shard(options.shard);
  const RowColumns columns = design.columns();
  SweepOutputs outputs(options, console);
  if (const ExitCode refused = outputs.open(); refused != ExitCode::done) return refused;
  std::optional<RowStore> store;
  if (!options.store.empty()) store.emplace(options.store, store_header(design, shard), options.resume);
  for (const std::string& other : options.merge)
    console.err << fmt::format("{}: {} rows\n", other, store->take_from(other));
  const bool straight = !store;
  outputs.write(csv_header(columns));
  SweepProgress progress(console);
  SweepRequest request{
      design,       shard,
      options.jobs, store ? &*store : nullptr,
      {},           [&](const SweepState& state) {
                         progress.show(state.answered_now, state.found, state.asked); }};
  if (straight) request.use = [&](const RowResult& row) { outputs.write(csv_line(row, columns)); };
  try {
    const SweepState state = run_sweep(request, team);
    progress.finish(state.answered_now, state.found, team.words());
    if (store && !options.csv.empty())
      store->for_each([&](const RowResult& row) { outputs.write(csv_line(row, columns)); });
    outputs.finish();
    if (const std::string remark = team.remark(); !remark.empty()) console.err << remark << "\n";
    return state.answered_now.invalid > 0 ? ExitCode::invalid_input : ExitCode::done;
  } catch (const StoreError& error) {
    if (!store) throw;
    throw StoreError(fmt::format("{}\n  {} rows are kept in {}: --resume goes on with them", error.what(),
                                 store->kept(), options.store));
  }
}

ExitCode sweep_design(const SweepOptions& options, const Console& console, const Engines& engines, Team& team) {
  const auto design = read_design(options.design, engines);
  if (!design && team.leads()) console.err << to_text(design.error());
  const std::string state = design ? identity_hash(design->identity()) + models_origin().hash : "unreadable";
  if (const std::string why = team.disagreement(state); !why.empty())
    return complain(console, why, ExitCode::invalid_input);
  if (!design) return ExitCode::invalid_input;
  if (!team.leads()) {
    team.answer({*design, {}, {}, options.jobs});
    return ExitCode::done;
  }
  if (!team.in_order() && options.store.empty())
    return complain(console, "ranks answer in any order: give --store FILE (and --csv)", ExitCode::usage);
  return lead(options, *design, console, team);
}

}  // namespace

ExitCode sweep_command(const SweepOptions& options, const Console& console, const Engines& engines, Team* team) {
  ThreadTeam threads(jobs_of(options));
  Team& chosen = team != nullptr ? *team : threads;
  struct Dismissal {
    Team& team;
    ~Dismissal() { team.dismiss(); }
  } const dismissal{chosen};
  if (const std::string fault = usage_fault(options); !fault.empty()) return complain(console, fault, ExitCode::usage);
  try {
    if (options.rows.empty()) return sweep_design(options, console, engines, chosen);
    if (team != nullptr)
      return complain(console, "--rows is a stream of one process: leave mpirun out", ExitCode::usage);
    return answer_rows(options, console, engines);
  } catch (const StdoutEnded&) {
    return ExitCode::done;
  } catch (const OtherStore& other) {
    return complain(console, other.what(), ExitCode::invalid_input);
  } catch (const StoreError& error) {
    return complain(console, error.what(), ExitCode::unwritable_output);
  }
}

}  // namespace stridelab
