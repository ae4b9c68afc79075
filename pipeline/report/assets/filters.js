// Which claims are shown and in which order: a plain object of strings, kept in the page's address.

const FILTERS = { q: "", company: "", type: "", stance: "", metric: "", from: "", to: "", confidence: "", article: "" };
const NONE = "—none—"; // the choice "without a metric", "without a company"

const SORTS = {
  place: ["Order in the text", null],
  text: ["Statement", (claim) => claim.text.toLowerCase()],
  subject: ["Subject", (claim) => claim.subject.name.toLowerCase()],
  type: ["Type", (claim) => claim.type],
  stance: ["Stance", (claim) => claim.stance],
  metric: ["Metric", (claim) => claim.metric],
  value: ["Value", (claim) => claim.value],
  change: ["Change", changeSize],
  period: ["Period", (claim) => claim.period?.last_day ?? claim.period?.first_day],
  confidence: ["Confidence", (claim) => claim.confidence],
};

// How far a metric moved, down before up; a direction without a figure stands between.
function changeSize(claim) {
  if (!claim.change) return undefined;
  const sign = { up: 1, down: -1, flat: 0 }[claim.change.direction];
  return sign * (claim.change.value ?? Number.EPSILON);
}

function readFilters(query) {
  const known = { ...FILTERS, sort: "place", down: "" };
  for (const key of Object.keys(known)) known[key] = query.get(key) ?? known[key];
  if (!(known.sort in SORTS)) known.sort = "place";
  return known;
}

function writeFilters(state) {
  const set = Object.entries(state).filter(([key, value]) => value !== "" && !(key === "sort" && value === "place"));
  return new URLSearchParams(set).toString();
}

function searchText(claim) {
  claim.searched ??= [
    claim.text,
    claim.subject.name,
    claim.subject.text,
    claim.company,
    claim.metric && words(claim.metric),
    claim.scope,
    claim.speaker,
    claim.source,
    claim.type,
    words(claim.type),
    claim.period?.text,
    valueLabel(claim),
    articleName(claim.article),
  ]
    .join(" \n")
    .toLowerCase();
  return claim.searched;
}

// A period matches where it shares a day with the days asked for.
function inPeriod(claim, from, to) {
  const { first_day: first, last_day: last } = claim.period ?? {};
  if (!first && !last) return false;
  return (!from || (last ?? first) >= from) && (!to || (first ?? last) <= to);
}

function chosen(wanted, value) {
  return wanted === "" || (wanted === NONE ? value === undefined : value === wanted);
}

function filtered(state) {
  const sought = [...state.q.toLowerCase().matchAll(/"([^"]+)"|\S+/g)].map(([word, phrase]) => phrase ?? word);
  const least = Number(state.confidence) || 0;
  return claims.filter(
    (claim) =>
      chosen(state.company, claim.company) &&
      chosen(state.type, claim.type) &&
      chosen(state.stance, claim.stance) &&
      chosen(state.metric, claim.metric) &&
      chosen(state.article, claim.article.doc_id) &&
      claim.confidence >= least &&
      (!(state.from || state.to) || inPeriod(claim, state.from, state.to)) &&
      sought.every((word) => searchText(claim).includes(word)),
  );
}

// Claims that lack the value come last in either direction; equals stay in the order of the text.
function ordered(found, state) {
  const key = SORTS[state.sort][1];
  if (!key) return state.down ? [...found].reverse() : found;
  const sign = state.down ? -1 : 1;
  const keyed = found.map((claim) => [key(claim), claim]);
  keyed.sort(([a], [b]) => {
    if (a === undefined || b === undefined) return (a === undefined) - (b === undefined);
    return a < b ? -sign : a > b ? sign : 0;
  });
  return keyed.map(([, claim]) => claim);
}
