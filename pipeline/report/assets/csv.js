// The claims that are shown as a CSV file for spreadsheets (RFC 4180; a byte-order mark, so that they read UTF-8).
// The columns are those of the flat claims table that `export csv` writes.

const COLUMNS = {
  claim_id: (claim) => claim.claim_id,
  source_file: (claim) => claim.article.source,
  title: (claim) => claim.article.title,
  published: (claim) => claim.article.published,
  publisher: (claim) => claim.article.publisher,
  company: (claim) => claim.article.company,
  type: (claim) => claim.type,
  stance: (claim) => claim.stance,
  negated: (claim) => claim.negated,
  subject: (claim) => claim.subject.name,
  subject_text: (claim) => claim.subject.text,
  subject_id: (claim) => claim.subject.entity_id,
  metric: (claim) => claim.metric,
  scope: (claim) => claim.scope,
  value: (claim) => claim.value,
  value_max: (claim) => claim.value_max,
  unit: (claim) => claim.unit,
  bound: (claim) => claim.bound,
  change_direction: (claim) => claim.change?.direction,
  change_value: (claim) => claim.change?.value,
  change_value_max: (claim) => claim.change?.value_max,
  change_unit: (claim) => claim.change?.unit,
  change_basis: (claim) => claim.change?.basis,
  change_from_value: (claim) => claim.change?.from_value,
  period: (claim) => claim.period?.text,
  period_first_day: (claim) => claim.period?.first_day,
  period_last_day: (claim) => claim.period?.last_day,
  speaker: (claim) => claim.speaker,
  source: (claim) => claim.source,
  quoted: (claim) => claim.quoted,
  confidence: (claim) => claim.confidence,
  text: (claim) => claim.text,
  sentence: (claim) => sentenceOf(claim)?.text,
  doc_id: (claim) => claim.article.doc_id,
  start: (claim) => claim.start,
  end: (claim) => claim.end,
};

function sentenceOf(claim) {
  const { article } = claim;
  if (!article.sentencesById)
    Object.defineProperty(article, "sentencesById", {
      value: new Map(article.sentences.map((sentence) => [sentence.sentence_id, sentence])),
    });
  return article.sentencesById.get(claim.sentence_id);
}

// A text that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises; numbers stay numbers.
function cell(value) {
  if (value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const safe = /^[\t\r\n]|^[\s']*[=+\-@＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csv(found) {
  const lines = [Object.keys(COLUMNS), ...found.map((claim) => Object.values(COLUMNS).map((read) => read(claim)))];
  return `\ufeff${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}
