// The view of all claims: filters, table, download.

const SIZES = [
  ["50", "50"],
  ["200", "200"],
  ["1000", "1,000"],
];

function claimsPage(query) {
  const view = {
    state: readFilters(query),
    page: 0,
    size: 50,
    found: [],
    result: h("div", null),
    form: h("div", null),
  };
  drawForm(view);
  update(view);
  return [h("h1", null, "Claims"), view.form, view.result];
}

function drawForm(view) {
  const { state } = view;
  const set = (key) => (value) => {
    state[key] = value;
    update(view);
  };
  view.form.replaceChildren(
    h(
      "form",
      { class: "filters", role: "search", "aria-label": "Filters", submit: (event) => event.preventDefault() },
      h("div", { class: "fields one" }, entry("Search", "search", state.q, set("q"), { id: "search" })),
      h(
        "details",
        { open: wide.matches },
        h("summary", null, "Filters"),
        h(
          "div",
          { class: "fields" },
          choice("Company", "company", state, set),
          choice("Type", "type", state, set),
          choice("Stance", "stance", state, set),
          choice("Metric", "metric", state, set),
          entry("Period from", "date", state.from, set("from")),
          entry("Period to", "date", state.to, set("to")),
          leastConfidence(state, set("confidence")),
        ),
      ),
      oneArticle(view),
    ),
  );
}

function entry(label, type, value, change, more = {}) {
  const field = h("input", { type, input: (event) => change(event.target.value.trim()), ...more });
  field.value = value;
  return h("label", null, h("span", null, label), field);
}

function choice(label, key, state, set) {
  const counts = counted(claims.map((claim) => claim[key])).sort((a, b) =>
    a[0].toLowerCase() < b[0].toLowerCase() ? -1 : 1,
  );
  const without = claims.filter((claim) => claim[key] === undefined).length;
  const show = key === "company" ? (value) => value : words;
  const options = [["", "All"], ...counts.map(([value, count]) => [value, `${show(value)} (${count})`])];
  if (without) options.push([NONE, `none (${without})`]);
  return select(label, state[key], options, set(key));
}

function leastConfidence(state, set) {
  const shown = h("output", null, Number(state.confidence || 0).toFixed(2));
  const field = h("input", {
    type: "range",
    min: "0",
    max: "1",
    step: "0.05",
    input: (event) => {
      shown.textContent = Number(event.target.value).toFixed(2);
      set(Number(event.target.value) ? event.target.value : "");
    },
  });
  field.value = state.confidence || "0";
  return h("label", null, h("span", null, "Confidence at least ", shown), field);
}

function oneArticle(view) {
  const article = articlesById.get(view.state.article);
  if (!view.state.article) return null;
  return h(
    "p",
    null,
    "Only from ",
    h("strong", null, article ? articleName(article) : view.state.article),
    " ",
    h("button", { type: "button", click: () => clear(view, { article: "" }) }, "All articles"),
  );
}

function clear(view, changes) {
  Object.assign(view.state, changes);
  drawForm(view);
  update(view);
  document.getElementById("search").focus();
}

function update(view) {
  view.found = ordered(filtered(view.state), view.state);
  view.page = 0;
  history.replaceState(null, "", `#/claims?${writeFilters(view.state)}`);
  drawResult(view);
  clearTimeout(view.saying);
  view.saying = setTimeout(() => say(`${plural(view.found.length, "claim")} shown`), 500);
}

function drawResult(view, focus) {
  const { state, found, page, size } = view;
  const sort = (key) => sortBy(view, key);
  const rows = found.slice(page * size, (page + 1) * size);
  const turn = (to, id) => {
    view.page = to;
    drawResult(view, id);
  };
  view.result.replaceChildren(
    resultBar(view),
    rows.length
      ? claimsTable(rows, state, sort)
      : h("p", { class: "empty" }, claims.length ? "No claim matches these filters." : "This run holds no claims."),
    pager(page, size, found.length, turn),
  );
  const target = focus && document.getElementById(focus);
  if (target) (target.disabled ? view.result.querySelector(".pager button:not(:disabled)") : target)?.focus();
}

// A heading sorts up, then down, then gives the order of the text back.
function sortBy(view, key, focus = `sort-${key}`) {
  const { state } = view;
  if (state.sort !== key) Object.assign(state, { sort: key, down: "" });
  else if (!state.down) state.down = "1";
  else Object.assign(state, { sort: "place", down: "" });
  update(view);
  document.getElementById(focus)?.focus();
}

function resultBar(view) {
  const { state, found } = view;
  const figures = found.filter(hasFigure).length;
  const orders = Object.entries(SORTS).flatMap(([key, [text]]) => [
    [key, text],
    [`${key} 1`, `${text}, last first`],
  ]);
  return h(
    "div",
    { class: "bar" },
    h(
      "p",
      { id: "count" },
      h("strong", null, plural(found.length, "claim")),
      found.length < claims.length && ` of ${whole.format(claims.length)}`,
      `, ${whole.format(figures)} with a figure`,
    ),
    h(
      "div",
      { class: "buttons" },
      h(
        "div",
        { class: "narrow-only" },
        select("Sort by", `${state.sort}${state.down && " 1"}`, orders, (chosenOrder) => {
          const [key, down = ""] = chosenOrder.split(" ");
          Object.assign(state, { sort: key, down });
          update(view);
          view.result.querySelector(".narrow-only select").focus();
        }),
      ),
      select("Rows", String(view.size), SIZES, (size) => {
        Object.assign(view, { size: Number(size), page: 0 });
        drawResult(view);
      }),
      h("button", { type: "button", click: () => clear(view, { ...FILTERS }) }, "Reset filters"),
      h(
        "button",
        {
          type: "button",
          id: "csv",
          class: "main",
          disabled: !found.length,
          click: () => download("claims.csv", "text/csv;charset=utf-8", csv(found)),
        },
        "Download CSV",
      ),
    ),
  );
}
