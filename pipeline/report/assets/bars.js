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
  return h(
    "ul",
    { class: "legend" },
    items.map(([style, text]) => h("li", null, h("span", { class: `swatch ${style}`, "aria-hidden": "true" }), text)),
  );
}

function dataTable(heads, rows) {
  return h(
    "details",
    { class: "as-table" },
    h("summary", null, "Show as a table"),
    h(
      "div",
      { class: "wide", tabindex: "0", role: "region", "aria-label": "Figures of the chart" },
      h(
        "table",
        null,
        h(
          "thead",
          null,
          h(
            "tr",
            null,
            heads.map((head) => h("th", { scope: "col" }, head)),
          ),
        ),
        h(
          "tbody",
          null,
          rows.map((row) =>
            h(
              "tr",
              null,
              row.map((value, index) => (index ? h("td", null, value) : h("th", { scope: "row" }, value))),
            ),
          ),
        ),
      ),
    ),
  );
}

// Claims by the value of a field ("type", "company"), each bar parted by stance; a bar leads to its claims.
function stanceChart(found, field, { most = Infinity, filters = {} } = {}) {
  const stances = STANCES.filter((stance) => found.some((claim) => claim.stance === stance));
  const groups = grouped(found, field);
  const rows = counted(found.map((claim) => claim[field]))
    .slice(0, most)
    .map(([value, total]) => {
      const counts = new Map(counted(groups.get(value).map((claim) => claim.stance)));
      return {
        name: field === "type" ? words(value) : value,
        total,
        parts: stances.map((stance) => [stance, counts.get(stance) ?? 0]),
        link: claimsLink({ ...filters, [field]: value }),
      };
    });
  return [
    legend(stances.map((stance) => [`stance-${stance}`, stance])),
    fitted((width) => stanceBars(rows, width, `Claims by ${field} and stance`)),
    dataTable(
      [field, ...stances, "all"],
      rows.map((row) => [row.name, ...row.parts.map(([, part]) => part), row.total]),
    ),
  ];
}

function stanceBars(rows, width, label) {
  const line = 26;
  const [left, right] = [Math.min(Math.max(...rows.map((row) => row.name.length)) * 7.5 + 12, width * 0.45), 44];
  const scale = (width - left - right) / Math.max(...rows.map((row) => row.total));
  return svg(
    "svg",
    {
      width,
      height: rows.length * line,
      viewBox: `0 0 ${width} ${rows.length * line}`,
      role: "group",
      "aria-label": label,
    },
    rows.map((row, index) => stanceBar(row, index * line, left, scale)),
  );
}

function stanceBar({ name, total, parts, link }, y, left, scale) {
  let x = left;
  const label = `${name}: ${plural(total, "claim")} (${parts
    .filter(([, part]) => part)
    .map(([stance, part]) => `${part} ${stance}`)
    .join(", ")})`;
  return svg(
    "a",
    { href: link, "aria-label": label, class: "row" },
    svg("title", null, label),
    svg("rect", { x: 0, y, width: left + total * scale + 40, height: 26, class: "hit" }),
    svg("text", { x: left - 8, y: y + 17, "text-anchor": "end", class: "name" }, shortened(name, (left - 8) / 7)),
    parts.map(([stance, part]) => {
      const bar = svg("rect", {
        x,
        y: y + 4,
        width: Math.max(part * scale - 1, part ? 1 : 0),
        height: 18,
        class: `stance-${stance}`,
      });
      x += part * scale;
      return bar;
    }),
    svg("text", { x: x + 6, y: y + 17, class: "number" }, total),
  );
}

function shortened(text, most) {
  return text.length <= most ? text : `${text.slice(0, Math.max(1, Math.floor(most) - 1)).trimEnd()}…`;
}

const BINS = 20;

function confidenceChart(found) {
  const counts = new Array(BINS).fill(0);
  // 0.35 * 20 is 7.000000000000001 and 0.15 * 20 is 2.9999…: rounded first, so that edges fall into their own bin.
  for (const claim of found) counts[Math.min(BINS - 1, Math.floor(Math.round(claim.confidence * BINS * 1e6) / 1e6))]++;
  const edges = (index) => `${(index / BINS).toFixed(2)} to ${((index + 1) / BINS).toFixed(2)}`;
  return [
    fitted((width) => histogram(counts, width, edges)),
    dataTable(
      ["Confidence", "Claims"],
      counts.map((count, index) => [edges(index), count]).filter(([, count]) => count),
    ),
  ];
}

function histogram(counts, width, edges) {
  const [left, top, height, right] = [44, 10, 190, 8];
  const levels = ticks(Math.max(...counts), 4, true);
  const step = (width - left - right) / counts.length;
  const y = (count) => top + height - (count / levels.at(-1)) * height;
  return svg(
    "svg",
    {
      width,
      height: top + height + 40,
      viewBox: `0 0 ${width} ${top + height + 40}`,
      role: "img",
      "aria-label": `Claims by confidence, in ${counts.length} steps from 0 to 1; the same figures stand in the table below`,
    },
    levels.map((level) => gridLine(left, width - right, y(level), whole.format(level))),
    counts.map((count, index) =>
      svg(
        "rect",
        { x: left + index * step + 1, y: y(count), width: step - 2, height: top + height - y(count), class: "bar" },
        svg("title", null, `${edges(index)}: ${plural(count, "claim")}`),
      ),
    ),
    [0, 0.25, 0.5, 0.75, 1].map((tick) =>
      svg(
        "text",
        {
          x: left + tick * counts.length * step,
          y: top + height + 18,
          "text-anchor": tick === 1 ? "end" : "middle",
          class: "tick",
        },
        tick,
      ),
    ),
    svg(
      "text",
      { x: left + (counts.length * step) / 2, y: top + height + 36, "text-anchor": "middle", class: "tick" },
      "confidence",
    ),
  );
}

function gridLine(from, to, y, label) {
  return [
    svg("line", { x1: from, x2: to, y1: y, y2: y, class: "grid" }),
    svg("text", { x: from - 8, y: y + 4, "text-anchor": "end", class: "tick" }, label),
  ];
}
