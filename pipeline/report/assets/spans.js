// A sentence cut at the edges of all spans that touch it, so that spans may overlap in any way.

const LAYERS = ["entities", "quantities", "times", "claims"];

// The spans of all layers of an article by the sentence that they touch; all tables are in text order.
function spansBySentence(article) {
  const spans = LAYERS.flatMap((layer) =>
    article[layer].map((record) => ({ layer, record, start: record.start, end: record.end })),
  );
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  return article.sentences.map((sentence) => {
    const own = [];
    while (next < spans.length && spans[next].start < sentence.end) own.push(spans[next++]);
    return own;
  });
}

function pieces(sentence, spans) {
  const edges = new Set([sentence.start, sentence.end]);
  for (const { start, end } of spans) edges.add(Math.max(start, sentence.start)).add(Math.min(end, sentence.end));
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index];
    return { start, end, spans: spans.filter((span) => span.start < end && span.end > start) };
  });
}

function sentenceNodes(view, sentence, spans) {
  const roles = (view.selected?.roles ?? [])
    .map(([field, start, end]) => ({ layer: "role", field, start, end }))
    .filter((role) => role.start < sentence.end && role.end > sentence.start);
  return pieces(sentence, [...spans, ...roles])
    .map((piece) => {
      const ending = piece.spans.filter((span) => span.layer === "claims" && span.end === piece.end);
      return pieceNode(
        view,
        piece,
        ending.map((span) => chip(view, span.record)),
      );
    })
    .flat(2)
    .filter(Boolean);
}

// The words of a piece, then the numbers of the claims that end with it.  A number stays on the line of the word
// before it, unless that word is as long as a line.
function pieceNode(view, piece, chips) {
  const text = textAt(view.article, piece.start, piece.end);
  if (!chips.length) return lit(view, piece, text);
  const cut = Math.max(text.search(/\S{1,24}$/u), 0);
  const last = { ...piece, start: piece.start + (cut && 1) }; // has no tag where the words before have it
  const end = h("span", { class: "kept" }, lit(view, last, text.slice(cut)), chips);
  return cut ? [lit(view, piece, text.slice(0, cut)), end] : end;
}

function lit(view, piece, text) {
  const roles = piece.spans.filter((span) => span.layer === "role");
  if (!roles.length) return layered(view, piece, text);
  const tags = roles.filter((role) => role.start === piece.start).map((role) => role.field);
  const tag = tags.length > 0 && h("span", { class: "tag" }, tags.join(" + "), " ");
  return h("span", { class: `lit role-${roles[0].field}` }, tag, layered(view, piece, text));
}

function layered(view, { spans }, text) {
  const styles = new Set(spans.map((span) => span.layer));
  styles.delete("role");
  if (!styles.size) return text;
  const over = spans.filter((span) => span.layer === "claims").map((span) => span.record);
  over.sort((a, b) => a.end - a.start - (b.end - b.start));
  if (over.includes(view.selected)) styles.add("selected");
  const click = over.length > 0 && (() => clickClause(view, over));
  return h("span", { class: [...styles].join(" "), title: spanTitle(spans), click }, text);
}

// A click on words that several claims share chooses the shortest, a further click the next one.
function clickClause(view, over) {
  if (!view.layers.has("claims") || !getSelection().isCollapsed) return;
  choose(view, over[(over.indexOf(view.selected) + 1) % over.length]);
}

function spanTitle(spans) {
  return (
    spans
      .filter((span) => span.layer in TITLES)
      .map((span) => TITLES[span.layer](span.record))
      .join("\n") || null
  );
}

const TITLES = {
  entities: (entity) => `${entity.label}${entity.form === "name" ? "" : ` (${entity.form})`}: ${entity.name}`,
  quantities: (quantity) => `${quantity.kind}: ${quantityLabel(quantity)}`,
  times: (time) =>
    `${time.kind}: ${time.first_day || time.last_day ? daysLabel(time.first_day, time.last_day) : (time.value ?? "days unknown")}`,
};

function quantityLabel(quantity) {
  const trend = quantity.change ? `${quantity.change} ` : "";
  return `${trend}${valueLabel(quantity, whole)}${quantity.per ? ` per ${words(quantity.per)}` : ""}`;
}

function chip(view, claim) {
  const label = `Claim ${claim.number}: ${words(claim.type)}, ${claim.subject.name}${hasFigure(claim) ? `, ${valueLabel(claim)}` : ""}`;
  return h(
    "button",
    {
      type: "button",
      class: "chip",
      id: `chip-${claim.number}`,
      "aria-label": label,
      title: label,
      "aria-pressed": String(claim === view.selected),
      click: () => (claim === view.selected ? unchoose(view) : choose(view, claim)),
    },
    claim.number,
  );
}
