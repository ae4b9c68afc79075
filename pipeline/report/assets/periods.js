// Metric by period: each figure a line as long as its days, so that a year is never taken for a quarter.

const DAY = 86400000;
const SERIES = 5; // scopes told apart by colour; later ones share the last

// A company's figures by metric and unit, those with most periods first; equal figures of equal days are one mark.
function metricSeries(found) {
  const groups = new Map();
  for (const claim of found) {
    if (!hasFigure(claim) || !claim.metric || !(claim.period?.first_day || claim.period?.last_day)) continue;
    const key = JSON.stringify([claim.metric, claim.unit ?? ""]);
    if (!groups.has(key)) groups.set(key, new Map());
    const marks = groups.get(key);
    const same = JSON.stringify([
      claim.period.first_day,
      claim.period.last_day,
      claim.value,
      claim.value_max,
      claim.scope,
    ]);
    if (marks.has(same)) marks.get(same).claims.push(claim);
    else marks.set(same, mark(claim));
  }
  return [...groups.values()]
    .map((marks) => [...marks.values()].sort((a, b) => a.last - b.last || a.first - b.first))
    .filter((marks) => new Set(marks.map((each) => each.last)).size > 1)
    .sort((a, b) => isRank(a) - isRank(b) || b.length - a.length);
}

// Ranks say little as heights: they come last.
function isRank(marks) {
  return Number(marks[0].claim.unit === "rank");
}

function mark(claim) {
  const first = Date.parse(claim.period.first_day ?? claim.period.last_day);
  const last = Date.parse(claim.period.last_day ?? claim.period.first_day) + DAY;
  return { claims: [claim], claim, first, last, value: claim.value, scope: claim.scope ?? "" };
}

function metricChart(marks) {
  const { metric, unit } = marks[0].claim;
  const scopes = [...new Set(marks.map((each) => each.scope))].sort();
  const title = words(metric) + (unit ? `, ${withUnit("", unit).trim()}` : "");
  const colour = (each) => `series-${Math.min(scopes.indexOf(each.scope), SERIES)}`;
  return h(
    "figure",
    { class: "metric" },
    h("figcaption", null, title),
    scopes.length > 1 &&
      legend(
        scopes
          .slice(0, SERIES + 1)
          .map((scope, index) => [`series-${index}`, index === SERIES ? "other parts" : scope || "as a whole"]),
      ),
    fitted((width) => periodLines(marks, width, title, colour)),
    dataTable(
      ["Period", "Value", "Part", "Stance", "Statement"],
      marks.map((each) => markRow(each)),
    ),
  );
}

function markRow({ claim, claims: same }) {
  const more = same.length > 1 ? ` (and ${plural(same.length - 1, "repetition")})` : "";
  return [
    periodLabel(claim.period),
    valueLabel(claim),
    claim.scope ?? "",
    claim.stance,
    h("a", { href: claimLink(claim) }, claim.text + more),
  ];
}

function periodLines(marks, width, title, colour) {
  const [left, right, top, height] = [58, 16, 20, 150];
  const [begin, end] = [Math.min(...marks.map((each) => each.first)), Math.max(...marks.map((each) => each.last))];
  const levels = valueTicks(marks);
  const x = (time) => left + ((time - begin) / (end - begin)) * (width - left - right);
  const y = (value) => top + height - ((value - levels[0]) / (levels.at(-1) - levels[0])) * height;
  return svg(
    "svg",
    {
      width,
      height: top + height + 26,
      viewBox: `0 0 ${width} ${top + height + 26}`,
      role: "group",
      "aria-label": `${title} by period`,
    },
    levels.map((level) => gridLine(left, width - right, y(level), compact.format(level))),
    dateTicks(begin, end, (width - left - right) / 64).map(([time, label]) => [
      svg("line", { x1: x(time), x2: x(time), y1: top + height, y2: top + height + 5, class: "axis" }),
      svg(
        "text",
        { x: x(time), y: top + height + 20, "text-anchor": x(time) > width - 34 ? "end" : "middle", class: "tick" },
        label,
      ),
    ]),
    marks.map((each) => periodLine(each, x, y, colour(each))),
    valueTexts(marks, x, y, width),
  );
}

function periodLine(each, x, y, style) {
  const { claim } = each;
  const label = `${periodLabel(claim.period)}: ${valueLabel(claim)}${claim.scope ? `, ${claim.scope}` : ""}, ${claim.stance}`;
  const [from, to] = [x(each.first) + 1, Math.max(x(each.last) - 1, x(each.first) + 1)];
  const height = y(each.value);
  return svg(
    "a",
    {
      href: claimLink(claim),
      "aria-label": label,
      class: `mark ${style}${claim.stance === "asserted" ? "" : " unsure"}`,
    },
    svg("title", null, `${label}\n${claim.text}`),
    svg("rect", { x: from - 4, y: height - 9, width: to - from + 8, height: 18, class: "hit" }),
    claim.value_max !== undefined &&
      svg("rect", {
        x: from,
        y: y(claim.value_max),
        width: Math.max(to - from, 2),
        height: height - y(claim.value_max),
        class: "reach",
      }),
    svg("line", { x1: from, x2: to, y1: height, y2: height }),
    svg("circle", { cx: (from + to) / 2, cy: height, r: 4 }),
  );
}

// The figure over each mark, left out where it would stand on another one.
function valueTexts(marks, x, y, width) {
  const taken = [];
  return marks.map((each) => {
    const text = (BOUNDS[each.claim.bound] ?? "") + amount(each.value, each.claim.value_max, undefined);
    const half = text.length * 3.7 + 2;
    const place = {
      x: Math.min((x(each.first) + x(each.last)) / 2, width - half),
      y: y(each.claim.value_max ?? each.value) - 9,
    };
    const clash =
      taken.some((other) => Math.abs(other.x - place.x) < half + other.half && Math.abs(other.y - place.y) < 14) ||
      marks.some(
        (other) =>
          other !== each &&
          x(other.first) < place.x + half &&
          x(other.last) > place.x - half &&
          y(other.value) < place.y + 4 &&
          y(other.value) > place.y - 14,
      );
    if (!clash) taken.push({ ...place, half });
    return !clash && svg("text", { ...place, "text-anchor": "middle", class: "figure", "aria-hidden": "true" }, text);
  });
}

function valueTicks(marks) {
  const values = marks.flatMap(({ claim }) => [claim.value, claim.value_max ?? claim.value]);
  const up = ticks(Math.max(...values, 0), 4);
  const down =
    Math.min(...values) < 0
      ? ticks(-Math.min(...values), 2)
          .slice(1)
          .map((value) => -value)
          .reverse()
      : [];
  const levels = [...down, ...up];
  return levels.length > 1 ? levels : [0, 1];
}

// Starts of years, quarters or months, no more than `most`.
function dateTicks(begin, end, most) {
  const months = (end - begin) / (30 * DAY);
  const step = [1, 3, 12, 24, 60, 120, 240, 600].find((each) => months / each <= most) ?? 1200;
  const found = [];
  const date = new Date(begin);
  let month =
    Math.ceil((date.getUTCFullYear() * 12 + date.getUTCMonth() + (date.getUTCDate() > 1 ? 1 : 0)) / step) * step;
  for (; monthStart(month) <= end; month += step) found.push([monthStart(month), monthName(month, step)]);
  return found;
}

function monthStart(month) {
  return new Date(Date.UTC(2000, 0)).setUTCFullYear(Math.floor(month / 12), month % 12);
}

function monthName(month, step) {
  const year = Math.floor(month / 12);
  if (step >= 12) return `${year}`;
  return step === 3 ? `Q${(month % 12) / 3 + 1} ${year}` : `${MONTHS[month % 12]} ${year}`;
}

// The charts of a company's metrics, `most` of them at first.
function metricCharts(found, most = 6) {
  const series = metricSeries(found);
  if (!series.length) return h("p", { class: "empty" }, "No metric has figures for two periods here.");
  const box = h("div", { class: "metrics" }, series.slice(0, most).map(metricChart));
  if (series.length <= most) return box;
  const more = h(
    "button",
    {
      type: "button",
      click: () => {
        box.append(...series.slice(most).map(metricChart));
        more.remove();
      },
    },
    `Show ${series.length - most} more`,
  );
  return [box, more];
}
