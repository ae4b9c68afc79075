// What is known of the claim that is chosen in an article.

function panelContent(view) {
  const claim = view.selected;
  if (!claim)
    return [
      h(
        "p",
        { class: "soft" },
        claims.length && view.article.claims.length
          ? "Choose a claim: its number, or its words."
          : "This article holds no claims.",
      ),
    ];
  return [
    h(
      "div",
      { class: "panel-head" },
      h(
        "h2",
        { tabindex: "-1", id: "chosen" },
        `Claim ${claim.number}`,
        h("span", { class: "soft" }, ` of ${view.article.claims.length}`),
      ),
      h(
        "div",
        { class: "buttons" },
        step(view, claim, -1, "Previous"),
        step(view, claim, 1, "Next"),
        h("button", { type: "button", click: () => unchoose(view) }, "Close"),
      ),
    ),
    h("blockquote", { dir: "auto" }, claim.text),
    h(
      "dl",
      { class: "claim-fields" },
      claimFields(claim)
        .filter(([, value]) => value !== undefined && value !== "")
        .map(([field, value]) => fieldRow(claim, field, value)),
    ),
    evidenceList(view.article, claim),
    h("p", { class: "soft" }, `Characters ${claim.start}–${claim.end} of ${view.article.source}`),
  ];
}

function step(view, claim, way, text) {
  const next = view.article.claims[claim.number - 1 + way];
  return h(
    "button",
    { type: "button", id: `step-${text}`, disabled: !next, click: () => choose(view, next, `step-${text}`) },
    text,
  );
}

function claimFields(claim) {
  const { subject, period } = claim;
  const as = subject.text === subject.name ? "" : `, as “${subject.text}”`;
  const exact =
    hasFigure(claim) && valueLabel(claim) !== valueLabel(claim, whole) ? ` (${valueLabel(claim, whole)})` : "";
  const said = period && periodLabel(period) !== `“${period.text}”` ? `, as “${period.text}”` : "";
  return [
    ["subject", [subject.name, h("span", { class: "soft" }, as)]],
    ["metric", claim.metric && words(claim.metric)],
    ["scope", claim.scope],
    ["value", hasFigure(claim) ? [valueLabel(claim), h("span", { class: "soft" }, exact)] : ""],
    ["change", changeLabel(claim.change)],
    ["period", period && [periodLabel(period), h("span", { class: "soft" }, said)]],
    ["speaker", claim.speaker],
    ["source", claim.source],
    ["type", words(claim.type)],
    ["stance", claim.stance + (claim.negated ? ", negated" : "")],
    ["quoted", claim.quoted ? "inside quotation marks" : ""],
    ["confidence", confidence(claim)],
  ];
}

function fieldRow(claim, field, value) {
  const lit = claim.roles.some(([name]) => name === field);
  return h("div", null, h("dt", { class: lit ? `lit role-${field}` : null }, field), h("dd", { dir: "auto" }, value));
}

function evidenceList(article, claim) {
  if (!claim.evidence.length) return h("p", { class: "soft" }, "No evidence is recorded for this claim.");
  return [
    h("h3", null, "Evidence"),
    h(
      "ul",
      { class: "evidence" },
      claim.evidence.map((item) =>
        h(
          "li",
          null,
          h("strong", null, words(item.field)),
          " ",
          h("code", null, item.rule),
          item.start !== undefined &&
            item.end !== undefined &&
            h("q", { dir: "auto" }, textAt(article, item.start, item.end)),
        ),
      ),
    ),
  ];
}
