// Values, changes and days as a reader would write them.

const BOUNDS = { approx: "≈ ", gt: "> ", ge: "≥ ", lt: "< ", le: "≤ " };
const ARROWS = { up: "↑", down: "↓", flat: "→" };
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 10 });
const plural = (count, noun) => `${whole.format(count)} ${noun}${count === 1 ? "" : "s"}`;

function words(name) {
  return name.replaceAll("_", " ");
}

function withUnit(number, unit) {
  if (unit === undefined) return number;
  if (/^[A-Z]{3}$/.test(unit)) return `${unit} ${number}`;
  const short = { percent: "%", percentage_point: " pp", basis_point: " bp" }[unit];
  if (short) return number + short;
  if (unit === "rank") return `No. ${number}`;
  if (unit === "times") return `${number}×`;
  return `${number} ${words(unit)}`;
}

function amount(value, highest, unit, format = compact) {
  const number = highest === undefined ? format.format(value) : `${format.format(value)}–${format.format(highest)}`;
  return withUnit(number, unit);
}

function valueLabel(claim, format = compact) {
  if (!hasFigure(claim)) return "";
  return (BOUNDS[claim.bound] ?? "") + amount(claim.value, claim.value_max, claim.unit, format);
}

function changeText(change) {
  const size = change.value === undefined ? "" : ` ${amount(change.value, change.value_max, change.unit)}`;
  const from = change.from_value === undefined ? "" : ` from ${compact.format(change.from_value)}`;
  return `${size}${change.basis ? ` ${change.basis}` : ""}${from}`;
}

function changeLabel(change) {
  if (!change) return "";
  return h(
    "span",
    { class: "change" },
    h("span", { "aria-hidden": "true" }, ARROWS[change.direction]),
    unseen(change.direction),
    changeText(change),
  );
}

function day(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

// A span of whole months under its usual name: 2020, H1 2020, Q3 2020, Sep 2020, Jan–Sep 2020.
function monthsLabel(first, last) {
  const [year, month, date] = first.split("-").map(Number);
  const [lastYear, lastMonth, lastDate] = last.split("-").map(Number);
  const ends = lastDate === new Date(Date.UTC(lastYear, lastMonth, 0)).getUTCDate();
  if (year !== lastYear || date !== 1 || !ends) return null;
  const length = lastMonth - month + 1;
  if (length === 12) return `${year}`;
  if (length === 6 && month % 6 === 1) return `H${(month + 5) / 6} ${year}`;
  if (length === 3 && month % 3 === 1) return `Q${(month + 2) / 3} ${year}`;
  return length === 1 ? `${MONTHS[month - 1]} ${year}` : `${MONTHS[month - 1]}–${MONTHS[lastMonth - 1]} ${year}`;
}

function daysLabel(first, last) {
  if (!first) return `until ${day(last)}`;
  if (!last) return `from ${day(first)}`;
  if (first === last) return day(first);
  return monthsLabel(first, last) ?? `${day(first)} – ${day(last)}`;
}

function periodLabel(period) {
  if (!period) return "";
  return period.first_day || period.last_day ? daysLabel(period.first_day, period.last_day) : `“${period.text}”`;
}

function confidence(claim) {
  const bar = h("span", { class: "meter", "aria-hidden": "true" }, h("span"));
  bar.firstChild.style.width = `${Math.round(claim.confidence * 100)}%`;
  return h("span", { class: "confidence" }, claim.confidence.toFixed(2), bar);
}
