// The first view: what the run holds, at a glance.

const TOP = 10;

function overviewPage() {
  const total = (table) => articles.reduce((sum, article) => sum + article[table].length, 0);
  const tiles = [
    [articles.length, "articles", "#/articles"],
    [companies.length, "companies", "#/companies"],
    [claims.length, "claims", "#/claims"],
    [claims.filter(hasFigure).length, "claims with a figure"],
    [total("entities"), "entities"],
    [total("quantities"), "quantities"],
    [total("times"), "times"],
  ];
  return [
    h("h1", null, "Overview"),
    h(
      "ul",
      { class: "tiles" },
      tiles.map(([count, name, link]) => h("li", null, tile(count, name, link))),
    ),
    articles.length === 0 && emptyRun(),
    claims.length > 0 &&
      h(
        "div",
        { class: "two" },
        card("Claims by type and stance", stanceChart(claims, "type")),
        h("div", null, card("Confidence", confidenceChart(claims)), companyCard(), quarantined()),
      ),
    claims.length > 0 && metricCard(),
    claims.length === 0 && articles.length > 0 && h("p", { class: "note" }, "The articles of this run hold no claims."),
    claims.length === 0 && quarantined(),
  ];
}

function tile(count, name, link) {
  const text = [h("span", { class: "count" }, whole.format(count)), " ", h("span", null, name)];
  return link ? h("a", { href: link }, text) : h("div", null, text);
}

function emptyRun() {
  return h(
    "p",
    { class: "note" },
    "This run holds no articles: ",
    data.quarantine.length ? "all its sources were quarantined." : "no source was read.",
    " Run the pipeline on a folder with .txt, .md or .html files, then make the report again.",
  );
}

function quarantined() {
  if (!data.quarantine.length) return null;
  return card(
    "Sources that could not be read",
    h(
      "ul",
      { class: "plain" },
      data.quarantine.map((line) => h("li", null, h("strong", null, line.source), ` (${line.stage}): ${line.error}`)),
    ),
  );
}

function companyCard() {
  if (!companies.length) return null;
  const title = companies.length > TOP ? `The ${TOP} companies with most claims` : "Claims by company";
  return card(
    title,
    stanceChart(
      claims.filter((claim) => claim.company !== undefined),
      "company",
      { most: TOP },
    ),
  );
}

function metricCard() {
  const able = companies.map(({ name }) => [name, metricSeries(claimsOf(name)).length]).filter(([, count]) => count);
  if (!able.length) return null;
  const box = h("div", null);
  const draw = (name) =>
    box.replaceChildren(
      ...[metricCharts(claimsOf(name), 4)].flat(),
      h("p", null, h("a", { href: companyLink(name) }, `All about ${name}`)),
    );
  const most = able.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
  draw(most);
  return card(
    "Metric by period",
    h(
      "div",
      { class: "fields one" },
      select(
        "Company",
        most,
        able.map(([name, count]) => [name, `${name} (${plural(count, "metric")})`]),
        draw,
      ),
    ),
    box,
  );
}
