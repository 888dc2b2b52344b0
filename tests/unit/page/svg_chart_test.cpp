#include "page/svg_chart.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "page/html_of_markdown.h"
#include "page/page_style.h"
#include "report/markup.h"

namespace stridelab {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::size_t count(const std::string& text, std::string_view of) {
  std::size_t found = 0;
  for (std::size_t at = text.find(of); at != std::string::npos; at = text.find(of, at + 1)) ++found;
  return found;
}

TEST(SvgChart, TicksAreRoundAndAboutAsManyAsAskedFor) {
  EXPECT_DOUBLE_EQ(tick_step(100.0, 5.0), 20.0);
  EXPECT_DOUBLE_EQ(tick_step(5.6, 4.0), 2.0);
  EXPECT_DOUBLE_EQ(tick_step(0.013, 4.0), 0.005);
  for (double range = 0.01; range < 1e4; range *= 1.37) {
    const double ticks = range / tick_step(range, 4.0);
    EXPECT_LE(ticks, 4.0 + 1e-9) << range;
    EXPECT_GE(ticks, 4.0 / 2.5 - 1e-9) << range;  // the steps 1, 2, 5 are at most a factor of 2.5 apart
  }
}

// The frame of 360 by 190: x from 44 to 350, y from 156 (lowest) to 10 (highest). A line from (0, 0) to (100, 1): its range
// starts at zero and ends 5 % above.
TEST(SvgChart, ALineLiesWhereItsValuesSay) {
  const std::string svg = svg_chart({"Force", "BW", {{"b", {0.0, 100.0}, {0.0, 1.0}}}, {}, "%"});
  EXPECT_THAT(svg, HasSubstr(R"(<path class="line b" d="M44.0 156.0L350.0 17.0"/>)"));  // 156 - 146 / 1.05
  EXPECT_THAT(svg, HasSubstr("<title>Force, BW</title>"));
}

TEST(SvgChart, AGapInTheValuesIsAGapInTheLine) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const std::string svg = svg_chart({"Force", "BW", {{"a", {0, 1, 2, 3, 4}, {1, 2, none, 2, 1}}}, {}, "%"});
  EXPECT_EQ(count(svg.substr(svg.find("class=\"line a\"")), "M"), 2u);
  EXPECT_THAT(svg, Not(HasSubstr("nan")));
}

TEST(SvgChart, EqualValuesAndNoValuesAreDrawnToo) {
  EXPECT_THAT(svg_chart({"Force", "BW", {{"a", {0, 1}, {2, 2}}}, {}, "%"}), Not(HasSubstr("nan")));
  EXPECT_THAT(svg_chart({"Force", "BW", {}, {}, "%"}), Not(HasSubstr("nan")));
}

TEST(SvgChart, TheBandIsClosedAroundBothEdges) {
  const std::string svg = svg_chart({"Bend", "deg", {}, {{{0, 100}, {0, 0}, {10, 20}}}, "%"});
  EXPECT_THAT(svg, HasSubstr(R"(<path class="band" d="M44.0 156.0L350.0 156.0L350.0 17.0L44.0 86.5Z"/>)"));
}

TEST(Markup, WhatPeopleWriteIsText) {
  EXPECT_EQ(markup_text("a < b & \"c\" > d"), "a &lt; b &amp; &quot;c&quot; &gt; d");
  EXPECT_THAT(svg_chart({"<script>", "\"", {}, {}, "&"}), Not(HasSubstr("<script>")));
  EXPECT_EQ(markup_text("\xff\xfe"), "??");
}

TEST(HtmlOfMarkdown, HeadingsParagraphsListsAndTables) {
  EXPECT_EQ(html_of_markdown("# A\n\ntext that\ngoes on\n\n## B\n"),
            "<h1>A</h1>\n<p>text that goes on</p>\n<h2>B</h2>\n");
  EXPECT_EQ(html_of_markdown("* one\n  more\n* two\n"), "<ul>\n<li>one more</li>\n<li>two</li>\n</ul>\n");
  EXPECT_EQ(html_of_markdown("| a | b |\n|---|---:|\n| x \\| y | 2 |\n"),
            "<div class=\"table\"><table><thead><tr><th class=\"words\">a</th><th>b</th></tr>\n</thead><tbody>"
            "<tr><td class=\"words\">x | y</td><td>2</td></tr>\n</tbody></table></div>\n");
}

TEST(HtmlOfMarkdown, MarksInsideALine) {
  EXPECT_EQ(html_of_markdown("**bold** and `a<b` and [words](where.md) and 2 \\* 3 * 4"),
            "<p><strong>bold</strong> and <code>a&lt;b</code> and words and 2 * 3 * 4</p>\n");
  EXPECT_EQ(html_of_markdown("an open ` and ** and [ stay"), "<p>an open ` and ** and [ stay</p>\n");
}

/// Relative luminance of #rgb or #rrggbb (WCAG 2.2).
double luminance(std::string colour) {
  if (colour.size() == 4) colour = std::string{'#', colour[1], colour[1], colour[2], colour[2], colour[3], colour[3]};
  const auto channel = [&](std::size_t at) {
    const double c = static_cast<double>(std::stoi(colour.substr(at, 2), nullptr, 16)) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

double contrast(const std::string& a, const std::string& b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

/// The colour of that name in the scheme that begins at `from`.
std::string colour(const std::string& page, std::string_view name, std::size_t from) {
  const std::size_t at = page.find("--" + std::string(name) + ":", from) + name.size() + 3;
  return page.substr(at, page.find_first_of(";}", at) - at);
}

// WCAG 2.2 AA: 4.5 : 1 for text. Lines of forms and bars of change carry meaning too and get the same.
TEST(PageStyle, EveryTextStandsOutInLightInDarkAndOnPaper) {
  const std::string page = html_page("t", "");
  for (const std::string_view scheme :
       {":root{color-scheme:light dark", "prefers-color-scheme:dark", "@media print{:root"}) {
    const std::size_t from = page.find(scheme);
    ASSERT_NE(from, std::string::npos) << scheme;
    const std::string ground = colour(page, "ground", from);
    for (const std::string_view name : {"ink", "soft", "a", "b", "c", "d", "less", "more", "force"})
      EXPECT_GE(contrast(colour(page, name, from), ground), 4.5) << scheme << " " << name;
  }
}

TEST(PageStyle, APageSaysItsLanguageAndFetchesNothing) {
  const std::string page = html_page("a & b", "<p>x</p>");
  EXPECT_THAT(page, HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(page, HasSubstr("<title>a &amp; b</title>"));
  for (const char* fetch : {"src=", "href=", "url(", "@import", "http"}) EXPECT_THAT(page, Not(HasSubstr(fetch)));
}

}  // namespace
}  // namespace stridelab
