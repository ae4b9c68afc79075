// The list of articles and the list of companies.

function listTable(caption, heads, rows) {
  return h(
    "table",
    { class: "list", role: "table" },
    h("caption", { class: "unseen" }, caption),
    h(
      "thead",
      { role: "rowgroup" },
      h(
        "tr",
        { role: "row" },
        heads.map((head) => h("th", { scope: "col", role: "columnheader" }, head)),
      ),
    ),
    h(
      "tbody",
      { role: "rowgroup" },
      rows.map((row) =>
        h(
          "tr",
          { role: "row" },
          row.map((value, index) =>
            index
              ? h("td", { role: "cell", "data-head": heads[index] }, value)
              : h("th", { scope: "row", role: "rowheader" }, value),
          ),
        ),
      ),
    ),
  );
}

// A list with a field above it that narrows it; `rows` are [text to search, cells].
function searchable(noun, caption, heads, rows) {
  const box = h("div", null);
  const draw = (sought) => {
    const kept = rows.filter(([text]) => text.toLowerCase().includes(sought.toLowerCase()));
    box.replaceChildren(
      kept.length
        ? listTable(
            caption,
            heads,
            kept.map(([, cells]) => cells),
          )
        : h("p", { class: "empty" }, `No ${noun} matches.`),
    );
    if (sought) say(`${kept.length} of ${rows.length} shown`);
  };
  draw("");
  const field = h("input", { type: "search", input: (event) => draw(event.target.value.trim()) });
  return [h("div", { class: "fields" }, h("label", null, h("span", null, `Find ${noun}`), field)), box];
}

function articlesPage() {
  const rows = articles.map((article) => [
    [articleName(article), article.source, article.company, article.publisher].join(" "),
    [
      [h("a", { href: articleLink(article) }, articleName(article)), h("span", { class: "soft" }, article.source)],
      article.company && h("a", { href: companyLink(article.company) }, article.company),
      article.published && day(article.published),
      article.publisher,
      whole.format(article.claims.length),
    ],
  ]);
  return [
    h("h1", null, "Articles"),
    rows.length
      ? searchable(
          "an article",
          "Articles of this run",
          ["Article", "Company", "Published", "Publisher", "Claims"],
          rows,
        )
      : emptyRun(),
    quarantined(),
  ];
}

function companiesPage() {
  const rows = companies.map(({ name, count, figures, articles: where }) => [
    name,
    [h("a", { href: companyLink(name) }, name), whole.format(where.length), whole.format(count), whole.format(figures)],
  ]);
  return [
    h("h1", null, "Companies"),
    h(
      "p",
      { class: "lead" },
      "Organisations that claims are about, and the main company of each article, under their fullest names.",
    ),
    rows.length
      ? searchable("a company", "Companies of this run", ["Company", "Articles", "Claims", "With a figure"], rows)
      : h("p", { class: "empty" }, "No company was found."),
  ];
}
