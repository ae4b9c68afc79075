// One company: its metrics by period, its claims by type, the articles that speak of it.

function companyPage(query) {
  const name = query.get("name");
  const known = companies.find((company) => company.name === name);
  if (!known) return missing("This run knows no such company.");
  const own = claimsOf(name);
  const where = known.articles;
  return [
    h("p", { class: "crumb" }, h("a", { href: "#/companies" }, "Companies")),
    h("h1", null, name),
    h(
      "p",
      { class: "lead" },
      h("a", { href: claimsLink({ company: name }) }, plural(known.count, "claim")),
      `, ${known.figures} of them with a figure, in ${plural(where.length, "article")}.`,
    ),
    card("Metric by period", metricCharts(own)),
    h(
      "div",
      { class: "two" },
      own.length > 0 && card("Claims by type and stance", stanceChart(own, "type", { filters: { company: name } })),
      h(
        "div",
        null,
        own.length > 0 && card("Confidence", confidenceChart(own)),
        card(
          "Articles",
          h(
            "ul",
            { class: "plain" },
            where.map((article) =>
              h(
                "li",
                null,
                h("a", { href: articleLink(article) }, articleName(article)),
                article.published && h("span", { class: "soft" }, day(article.published)),
              ),
            ),
          ),
        ),
      ),
    ),
  ];
}

function missing(text) {
  return [h("h1", null, "Not found"), h("p", { class: "note" }, text)];
}
