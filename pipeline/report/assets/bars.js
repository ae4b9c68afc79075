// Bar charts: claims by type and stance, and how confident they are.

const STANCES = ["asserted", "planned", "target", "forecast", "possible", "opinion"];
const STEPS = [1, 2, 2.5, 5, 10];

// Round numbers from 0 to at least `most`, about `count` of them.
function ticks(most, count, whole = false) {
  const rough = most / count || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  let step = power * STEPS.find((factor) => factor * power >= rough * 0.999);
  if (whole) step = Math.max(1, Math.ceil(step));
  const found = [0];
  while (found.at(-1) < most * 0.9999) found.push(found.length * step);
  return found;
}

function legend(items) {
  return h("ul", { class: "legend" }, items.map(([style, text]) => h("li", null, h("span", { class: `swatch ${style}`, "aria-hidden": "true" }), text)));
}

function dataTable(heads, rows) {
  return h("details", { class: "as-table" }, h("summary", null, "Show as a table"),
    h("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Figures of the chart" }, h("table", null,
      h("thead", null, h("tr", null, heads.map((head) => h("th", { scope: "col" }, head)))),
      h("tbody", null, rows.map((row) => h("tr", null, row.map((value, index) => index ? h("td", null, value) : h("th", { scope: "row" }, value))))))));
}

function typeChart(found, filters = {}) {
  const types = counted(found.map((claim) => claim.type));
  const stances = STANCES.filter((stance) => found.some((claim) => claim.stance === stance));
  const count = (type, stance) => found.filter((claim) => claim.type === type && claim.stance === stance).length;
  const rows = types.map(([type, total]) => ({ type, total, parts: stances.map((stance) => [stance, count(type, stance)]) }));
  return [
    legend(stances.map((stance) => [`stance-${stance}`, stance])),
    fitted((width) => typeBars(rows, width, filters)),
    dataTable(["Type", ...stances, "All"], rows.map((row) => [words(row.type), ...row.parts.map(([, part]) => part), row.total])),
  ];
}

function typeBars(rows, width, filters) {
  const [line, left, right] = [26, Math.min(132, width * 0.42), 40];
  const scale = (width - left - right) / Math.max(...rows.map((row) => row.total), 1);
  return svg("svg", { width, height: rows.length * line, viewBox: `0 0 ${width} ${rows.length * line}`, role: "group", "aria-label": "Claims by type and stance" },
    rows.map((row, index) => typeBar(row, index * line, left, scale, filters)));
}

function typeBar({ type, total, parts }, y, left, scale, filters) {
  let x = left;
  const label = `${words(type)}: ${plural(total, "claim")} (${parts.filter(([, part]) => part).map(([stance, part]) => `${part} ${stance}`).join(", ")})`;
  return svg("a", { href: claimsLink({ ...filters, type }), "aria-label": label, class: "row" },
    svg("title", null, label),
    svg("rect", { x: 0, y, width: left + total * scale + 40, height: 26, class: "hit" }),
    svg("text", { x: left - 8, y: y + 17, "text-anchor": "end", class: "name" }, words(type)),
    parts.map(([stance, part]) => {
      const bar = svg("rect", { x, y: y + 4, width: Math.max(part * scale - 1, part ? 1 : 0), height: 18, class: `stance-${stance}` });
      x += part * scale;
      return bar;
    }),
    svg("text", { x: x + 6, y: y + 17, class: "number" }, total));
}

const BINS = 20;

function confidenceChart(found) {
  const counts = new Array(BINS).fill(0);
  // 0.35 * 20 is 7.000000000000001 and 0.15 * 20 is 2.9999…: rounded first, so that edges fall into their own bin.
  for (const claim of found) counts[Math.min(BINS - 1, Math.floor(Math.round(claim.confidence * BINS * 1e6) / 1e6))]++;
  const edges = (index) => `${(index / BINS).toFixed(2)} to ${((index + 1) / BINS).toFixed(2)}`;
  return [
    fitted((width) => histogram(counts, width, edges)),
    dataTable(["Confidence", "Claims"], counts.map((count, index) => [edges(index), count]).filter(([, count]) => count)),
  ];
}

function histogram(counts, width, edges) {
  const [left, top, height, right] = [44, 10, 190, 8];
  const levels = ticks(Math.max(...counts), 4, true);
  const step = (width - left - right) / counts.length;
  const y = (count) => top + height - (count / levels.at(-1)) * height;
  return svg("svg", { width, height: top + height + 40, viewBox: `0 0 ${width} ${top + height + 40}`, role: "img", "aria-label": `Claims by confidence, in ${counts.length} steps from 0 to 1; the same figures stand in the table below` },
    levels.map((level) => gridLine(left, width - right, y(level), whole.format(level))),
    counts.map((count, index) => svg("rect", { x: left + index * step + 1, y: y(count), width: step - 2, height: top + height - y(count), class: "bar" },
      svg("title", null, `${edges(index)}: ${plural(count, "claim")}`))),
    [0, 0.25, 0.5, 0.75, 1].map((tick) => svg("text", { x: left + tick * counts.length * step, y: top + height + 18, "text-anchor": tick === 1 ? "end" : "middle", class: "tick" }, tick)),
    svg("text", { x: left + (counts.length * step) / 2, y: top + height + 36, "text-anchor": "middle", class: "tick" }, "confidence"));
}

function gridLine(from, to, y, label) {
  return [svg("line", { x1: from, x2: to, y1: y, y2: y, class: "grid" }), svg("text", { x: from - 8, y: y + 4, "text-anchor": "end", class: "tick" }, label)];
}
