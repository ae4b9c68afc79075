// One article: its text with layers that can be switched, and the claim that is chosen.

const shownLayers = new Set(LAYERS);

function articlePage(query) {
  const article = articlesById.get(query.get("id"));
  if (!article) return missing("This run holds no such article.");
  const view = {
    article,
    layers: shownLayers,
    selected: null,
    spans: spansBySentence(article),
    nodes: [],
    panel: null,
  };
  view.panel = h("aside", {
    class: "panel",
    "aria-label": "Chosen claim",
    keydown: (event) => event.key === "Escape" && view.selected && unchoose(view),
  });
  view.text = h(
    "article",
    { class: "reading", lang: article.language, "aria-label": "Text of the article" },
    blocks(view),
  );
  view.body = h("div", { class: "reader" }, view.text, view.panel);
  showLayers(view);
  drawPanel(view);
  wide.onchange = () => placePanel(view);
  const claim = article.claims.find((each) => each.claim_id === query.get("claim"));
  if (claim) queueMicrotask(() => choose(view, claim));
  return [
    h("p", { class: "crumb" }, h("a", { href: "#/articles" }, "Articles")),
    h("h1", { dir: "auto" }, articleName(article)),
    metaLine(article),
    layerBar(view),
    view.body,
    annotations(article),
  ];
}

function metaLine(article) {
  const parts = [
    article.published && day(article.published),
    article.place,
    article.publisher,
    article.author,
    article.company && h("a", { href: companyLink(article.company) }, article.company),
    article.language !== "en" && `language: ${article.language}`,
    article.source,
  ];
  return h(
    "ul",
    { class: "meta" },
    parts.filter(Boolean).map((part) => h("li", null, part)),
  );
}

function layerBar(view) {
  const boxes = LAYERS.map((layer) =>
    h(
      "label",
      { class: "layer" },
      h("input", {
        type: "checkbox",
        checked: view.layers.has(layer),
        change: (event) => {
          view.layers[event.target.checked ? "add" : "delete"](layer);
          showLayers(view);
        },
      }),
      h("span", { class: `swatch-text ${layer}` }, layer),
      h("span", { class: "soft" }, view.article[layer].length),
    ),
  );
  return h(
    "div",
    { class: "bar" },
    h("fieldset", { class: "layers" }, h("legend", null, "Show"), boxes),
    view.article.claims.length > 0 &&
      h("a", { href: claimsLink({ article: view.article.doc_id }) }, "Its claims as a table"),
  );
}

function showLayers(view) {
  for (const layer of LAYERS) view.text.classList.toggle(`no-${layer}`, !view.layers.has(layer));
}

const TAGS = { title: "h2", heading: "h3", list_item: "p", caption: "p", byline: "p", paragraph: "p" };

// Sentences flow on where one character of space parts them and a sentence has ended; else a new line begins.
function blocks(view) {
  const nodes = [];
  let before = null;
  view.article.sentences.forEach((sentence, index) => {
    const node = h("span", { class: "sentence" }, sentenceNodes(view, sentence, view.spans[index]));
    view.nodes.push(node);
    if (before && flowsOn(before, sentence)) nodes.at(-1).append(" ", node);
    else if (sentence.block === "furniture" && before?.block === "furniture") nodes.at(-1).append(h("p", null, node));
    else
      nodes.push(
        sentence.block === "furniture"
          ? furniture(node)
          : h(TAGS[sentence.block] ?? "p", { class: sentence.block, dir: "auto" }, node),
      );
    before = sentence;
  });
  return nodes;
}

function flowsOn(before, sentence) {
  return (
    sentence.block === before.block &&
    ["paragraph", "list_item"].includes(sentence.block) &&
    sentence.start - before.end <= 1 &&
    /[.!?…:;]["'”’»)\]]*$/.test(before.text)
  );
}

function furniture(node) {
  return h(
    "details",
    { class: "furniture" },
    h("summary", null, "What the page prints round the article"),
    h("p", null, node),
  );
}

function redraw(view, claim) {
  if (!claim) return;
  const places = [[claim.start, claim.end], ...claim.roles.map(([, start, end]) => [start, end])];
  view.article.sentences.forEach((sentence, index) => {
    if (places.some(([start, end]) => start < sentence.end && end > sentence.start))
      view.nodes[index].replaceChildren(...sentenceNodes(view, sentence, view.spans[index]));
  });
}

function choose(view, claim, focus = "chosen") {
  const before = view.selected;
  view.selected = claim;
  redraw(view, before);
  redraw(view, claim);
  drawPanel(view);
  history.replaceState(null, "", claimLink(claim));
  const target = document.getElementById(focus);
  (target?.disabled ? document.getElementById("chosen") : target)?.focus({ preventScroll: true });
  document.getElementById(`chip-${claim.number}`)?.scrollIntoView({ block: wide.matches ? "nearest" : "center" });
}

function unchoose(view) {
  const { number } = view.selected;
  const before = view.selected;
  view.selected = null;
  redraw(view, before);
  drawPanel(view);
  history.replaceState(null, "", articleLink(view.article));
  document.getElementById(`chip-${number}`)?.focus();
}

function drawPanel(view) {
  view.panel.replaceChildren(...panelContent(view).flat());
  placePanel(view);
}

// Beside the text where there is room, else right after the paragraph that holds the claim.
function placePanel(view) {
  const index = view.article.sentences.findIndex(
    (sentence) => view.selected && sentence.sentence_id === view.selected.sentence_id,
  );
  const block = view.nodes[index]?.closest(".reading > *");
  if (wide.matches || !block) view.body.append(view.panel);
  else block.after(view.panel);
}

// The same layers as tables, for those who cannot hover.
function annotations(article) {
  const rows = (layer, cells) =>
    article[layer].map((record) => [textAt(article, record.start, record.end), ...cells(record)]);
  const open = (event) => {
    const box = event.target;
    if (!box.open || box.children.length > 1) return;
    box.append(
      h("h3", null, "Entities"),
      listTable(
        "Entities",
        ["Text", "Label", "Name"],
        rows("entities", (entity) => [entity.label, entity.name]),
      ),
      h("h3", null, "Quantities"),
      listTable(
        "Quantities",
        ["Text", "Kind", "Reading"],
        rows("quantities", (quantity) => [quantity.kind, quantityLabel(quantity)]),
      ),
      h("h3", null, "Times"),
      listTable(
        "Times",
        ["Text", "Kind", "Days"],
        rows("times", (time) => [
          time.kind,
          time.first_day || time.last_day ? daysLabel(time.first_day, time.last_day) : "",
        ]),
      ),
    );
  };
  return h(
    "details",
    { class: "annotations", toggle: open },
    h("summary", null, "Entities, quantities and times as tables"),
  );
}
