#include "page/page_style.h"

#include <fmt/format.h>

#include "report/markup.h"

namespace stridelab {
namespace {

// Contrast of every text to its ground is at least 4.5 : 1 in both schemes; the two forms differ in lightness and dash,
// not in hue alone.
constexpr std::string_view colours =
    R"(:root{color-scheme:light dark;--ground:#fff;--ink:#1c2530;--soft:#515c68;--rule:#cfd6dd;--a:#4a5a6a;
--b:#b0400a;--c:#1f6f5c;--d:#6a3d9a;--band:#dde4ea;--far:#c3ccd4;--trunk:#94a1ae;--force:#0b5cad;--less:#1f6f5c;--more:#b0400a}
@media(prefers-color-scheme:dark){:root{--ground:#14191f;--ink:#e6ebf0;--soft:#a9b4bf;--rule:#3a4550;--a:#b3c0cc;--b:#ff9d5c;--c:#6fd0b5;
--d:#c9a6f0;--band:#2a343e;--far:#3d4852;--trunk:#6d7a87;--force:#7ab8ff;--less:#6fd0b5;--more:#ff9d5c}}
@media print{:root{color-scheme:light;--ground:#fff;--ink:#000;--soft:#444;--rule:#bbb;--a:#4a5a6a;--b:#b0400a;--c:#1f6f5c;--d:#6a3d9a;
--band:#e4e9ee;--far:#c3ccd4;--trunk:#94a1ae;--force:#0b5cad;--less:#1f6f5c;--more:#b0400a}}
)";

constexpr std::string_view drawings =
    R"(svg text{font:11px system-ui,sans-serif;fill:var(--soft)}svg text.said{font-size:15px;font-weight:600;fill:var(--ink)}
.grid{stroke:var(--rule);stroke-width:.7}.zero{stroke:var(--soft);stroke-width:.9}.ground{stroke:var(--soft);stroke-width:1.5}
.band{fill:var(--band);stroke:none}.line{fill:none;stroke-width:2;stroke-linejoin:round}
.line.a{stroke:var(--a);stroke-dasharray:5 3}.line.b{stroke:var(--b)}.line.c{stroke:var(--c);stroke-dasharray:1 3;stroke-linecap:round}
.line.d{stroke:var(--d);stroke-dasharray:8 3 2 3}.limb{fill:none;stroke-linecap:round;stroke-linejoin:round}
.limb.far{stroke:var(--far)}.limb.trunk{stroke:var(--trunk)}.limb.a{stroke:var(--a)}.limb.b{stroke:var(--b)}.limb.c{stroke:var(--c)}.limb.d{stroke:var(--d)}
.head{fill:var(--trunk)}.knee{fill:var(--ground);stroke:var(--ink);stroke-width:2}.force{fill:none;stroke:var(--force);stroke-width:2.5}
)";

constexpr std::string_view layout =
    R"(*{box-sizing:border-box}body{margin:0 auto;max-width:62rem;padding:1.2rem;background:var(--ground);color:var(--ink);
font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}h1{font-size:1.7rem;line-height:1.2;margin:.2rem 0 .6rem}
h2{font-size:1.15rem;margin:1.6rem 0 .4rem;border-bottom:1px solid var(--rule);padding-bottom:.2rem}h3{font-size:1rem;margin:.6rem 0 0}
.answer{font-size:1.15rem;margin:.4rem 0}.soft,.note{color:var(--soft)}.note{font-size:.9rem;margin:.3rem 0}
summary{font-size:1.15rem;font-weight:600;cursor:pointer;padding:.4rem 0}summary:focus-visible{outline:2px solid var(--force)}
.row{display:flex;flex-wrap:wrap;gap:1rem}.row>figure{flex:1 1 19rem;max-width:30rem;margin:0}figcaption{font-weight:600}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:.6rem 1.2rem}.charts figure{margin:0}svg{width:100%;height:auto;display:block}
.table{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.95rem}caption{text-align:left;color:var(--soft);font-size:.9rem}
th,td{padding:.28rem .6rem .28rem 0;border-bottom:1px solid var(--rule);text-align:right;vertical-align:top;font-variant-numeric:tabular-nums}
th:first-child,td:first-child,.words{text-align:left}.range{white-space:nowrap}th{font-weight:600}.key{font-weight:600}.key.a{color:var(--a)}.key.b{color:var(--b)}.key.c{color:var(--c)}.key.d{color:var(--d)}
svg.bar{min-width:7rem;height:1.1rem}.less{fill:var(--less)}.more{fill:var(--more)}figcaption .soft{font-weight:400}
@media(max-width:50rem){svg.course text{font-size:16px}}
@media(max-width:34rem){body{padding:.8rem}h1{font-size:1.35rem}.wide{display:none}svg text{font-size:13px}svg.course text{font-size:22px}}
@media print{@page{size:A4;margin:14mm}body{max-width:none;padding:0;font-size:10.5pt}figure,tr,.keep{break-inside:avoid}h2,h2+.note{break-after:avoid}
.charts{grid-template-columns:repeat(2,1fr)}svg.bar{min-width:4rem}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
)";

}  // namespace

std::string html_page(std::string_view title, std::string_view body) {
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n<title>{}</title>\n<style>\n{}{}{}</style>\n"
      "</head>\n<body>\n{}</body>\n</html>\n",
      markup_text(title), colours, drawings, layout, body);
}

std::string svg_file(std::string svg) {
  constexpr std::string_view element = "<svg ";
  const std::size_t end = svg.find('>') + 1;
  svg.insert(end, fmt::format("<style>{}{}</style>", colours, drawings));
  svg.insert(element.size(), "xmlns=\"http://www.w3.org/2000/svg\" ");
  return svg + "\n";
}

}  // namespace stridelab
