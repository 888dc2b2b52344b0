// Files as C++ text: embed.mjs ROOT OUTPUT FILE... They are put back where they lay below ROOT by embedded_files.h.
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const [root, output, ...files] = process.argv.slice(2);

/// In pieces, each a literal of its own line; a digit may not follow an octal escape.
function literal(bytes) {
  let text = '', line = '';
  for (const byte of bytes) {
    const plain = byte >= 32 && byte < 127 && byte !== 34 && byte !== 92 && byte !== 63;
    line += plain ? String.fromCharCode(byte) : '\\' + byte.toString(8).padStart(3, '0');
    if (byte === 10 || line.length > 4000) { text += `    "${line}"\n`; line = ''; }
  }
  return text + `    "${line}"`;
}

const rows = files.sort().map((file) => {
  const bytes = readFileSync(file);
  return `  {"${relative(root, file)}", std::string_view(\n${literal(bytes)}, ${bytes.length})},`;
});
writeFileSync(output, `#include "render/web/embedded_files.h"

namespace stridelab::web {
namespace {
constexpr EmbeddedFile files[] = {
${rows.join('\n')}
};
}  // namespace

std::span<const EmbeddedFile> embedded_files() { return files; }

}  // namespace stridelab::web
`);
