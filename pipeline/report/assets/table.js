// The claims table: one page of rows, headings that sort.

const HEADS = ["text", "subject", "type", "stance", "metric", "value", "change", "period", "confidence"];

function claimsTable(found, state, sort) {
  return h(
    "table",
    { class: "claim-table", role: "table" },
    h("caption", { class: "unseen" }, "Claims"),
    h(
      "thead",
      { role: "rowgroup" },
      h(
        "tr",
        { role: "row" },
        HEADS.map((key) => sortHead(key, state, sort)),
      ),
    ),
    h("tbody", { role: "rowgroup" }, found.map(claimRow)),
  );
}

function sortHead(key, state, sort) {
  const active = state.sort === key;
  const order = active ? (state.down ? "descending" : "ascending") : "none";
  return h(
    "th",
    { scope: "col", role: "columnheader", "aria-sort": order, class: `of-${key}` },
    h(
      "button",
      { type: "button", id: `sort-${key}`, click: () => sort(key) },
      SORTS[key][0],
      h("span", { class: "arrow", "aria-hidden": "true" }, active ? (state.down ? "▼" : "▲") : ""),
    ),
  );
}

function claimRow(claim) {
  const said = [claim.speaker && `said by ${claim.speaker}`, claim.source && `source: ${claim.source}`]
    .filter(Boolean)
    .join("; ");
  const cells = {
    text: [h("a", { href: claimLink(claim), dir: "auto" }, claim.text), said && h("span", { class: "soft" }, said)],
    subject: claim.subject.name,
    type: words(claim.type),
    stance: claim.stance + (claim.negated ? ", negated" : ""),
    metric: [claim.metric && words(claim.metric), claim.scope && h("span", { class: "soft" }, claim.scope)],
    value: valueLabel(claim),
    change: changeLabel(claim.change),
    period: periodLabel(claim.period),
    confidence: confidence(claim),
  };
  return h(
    "tr",
    { role: "row" },
    HEADS.map((key) => h("td", { role: "cell", "data-head": SORTS[key][0], class: `of-${key}` }, cells[key])),
  );
}

function pager(page, size, count, turn) {
  const last = Math.max(0, Math.ceil(count / size) - 1);
  const button = (id, text, to, off) =>
    h("button", { type: "button", id, disabled: off, click: () => turn(to, id) }, text);
  return h(
    "nav",
    { class: "pager", "aria-label": "Pages of the table" },
    button("page-first", "First", 0, page === 0),
    button("page-previous", "Previous", page - 1, page === 0),
    h(
      "span",
      null,
      count
        ? `${whole.format(page * size + 1)}–${whole.format(Math.min(count, (page + 1) * size))} of ${whole.format(count)}`
        : "0 of 0",
    ),
    button("page-next", "Next", page + 1, page === last),
    button("page-last", "Last", last, page === last),
  );
}
