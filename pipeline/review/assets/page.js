"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const fields = Object.entries(data.fields);
  const names = { y: "right", n: "wrong", p: "partly" };
  const spelled = { y: "y", n: "n", p: "partly", "": "" };
  const key = "newsclaims review " + (data.rows[0] ? data.rows[0].sheet : "");
  const element = (id) => document.getElementById(id);
  const make = (tag, parent, text) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    parent.append(made);
    return made;
  };

  // What the reviewer has entered, by claim: {column: text}.  Storage may be refused; the page works without it.
  let entered = {};
  let at = 0;
  try {
    entered = JSON.parse(localStorage.getItem(key)) || {};
  } catch { entered = {}; }
  const value = (row, column) => (entered[row.claim_id] || {})[column] ?? row[column];
  const enter = (row, column, text) => {
    (entered[row.claim_id] ||= {})[column] = text;
    try {
      localStorage.setItem(key, JSON.stringify(entered));
    } catch { /* kept in the page until it is closed */ }
    progress();
  };

  function progress() {
    const done = data.rows.filter((row) => value(row, "verdict")).length;
    element("progress").textContent =
      `claim ${at + 1} of ${data.rows.length}, ${done} with a verdict`;
  }

  function verdicts(parent, row, column, label) {
    for (const [code, name] of Object.entries(names)) {
      const button = make("button", parent, name);
      button.type = "button";
      button.dataset.code = code;
      button.setAttribute("aria-label", `${label}: ${name}`);
      button.setAttribute("aria-pressed", String(value(row, column) === spelled[code]));
      button.addEventListener("click", () => {
        judge(row, column, value(row, column) === spelled[code] ? "" : code, parent);
      });
    }
  }

  function judge(row, column, code, parent) {
    enter(row, column, spelled[code]);
    for (const button of parent.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.dataset.code === code));
    }
  }

  function show() {
    const row = data.rows[at];
    element("where").textContent = `${row.article || row.source_file} · ${row.claim_id}`;
    element("before").textContent = row.before;
    const context = element("context");
    context.replaceChildren();
    const [before, rest] = split(row.context, "⟦");
    const [inside, after] = split(rest, "⟧");
    context.append(before);
    make("mark", context, inside);
    context.append(after);
    element("verdict").replaceChildren();
    verdicts(element("verdict"), row, "verdict", "the claim");
    element("fields").replaceChildren();
    fields.forEach(([field, cells], n) => showField(row, field, cells, (n + 1) % 10));
    element("comment").value = value(row, "comment");
    element("comment").oninput = (event) => enter(row, "comment", event.target.value);
    progress();
  }

  function showField(row, field, cells, number) {
    const set = make("fieldset", element("fields"));
    set.dataset.number = number;
    set.dataset.field = field;
    make("legend", set, `${number} ${field}`);
    const boxes = make("div", set);
    for (const cell of cells) {
      const label = make("label", boxes, cell.replaceAll("_", " "));
      const input = make("input", label);
      input.value = value(row, cell);
      input.autocomplete = "off";
      const mark = () => input.classList.toggle("edited", input.value !== row[cell]);
      input.addEventListener("input", () => { enter(row, cell, input.value); mark(); });
      mark();
    }
    const group = make("span", set);
    verdicts(group, row, `${field}_ok`, field);
  }

  function split(text, mark) {
    const place = text.indexOf(mark);
    return place < 0 ? [text, ""] : [text.slice(0, place), text.slice(place + mark.length)];
  }

  function go(to) {
    at = Math.max(0, Math.min(data.rows.length - 1, to));
    show();
  }

  // As pipeline/spreadsheet.py: no cell is a formula, CRLF, a byte-order mark.
  function neutral(text) {
    const formula = /^'*[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text);
    const safe = formula ? "'" + text : text;
    return /[",\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
  }

  function save() {
    const lines = [data.columns, ...data.rows.map((row) => data.columns.map((column) => value(row, column)))];
    const text = "\ufeff" + lines.map((line) => line.map(neutral).join(",") + "\r\n").join("");
    const link = make("a", document.body);
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    link.download = data.name;
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.tagName === "INPUT") {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const row = data.rows[at];
    if (event.key in names) {
      judge(row, "verdict", event.key, element("verdict"));
      go(at + 1);
    } else if (/^[0-9]$/.test(event.key)) {
      const set = document.querySelector(`fieldset[data-number="${event.key}"]`);
      if (!set) return;
      const column = `${set.dataset.field}_ok`;
      const order = ["", "n", "p", "y"];
      const now = order.findIndex((code) => spelled[code] === value(row, column));
      judge(row, column, order[(now + 1) % order.length], set.querySelector("span"));
    } else if (event.key === "ArrowRight") {
      go(at + 1);
    } else if (event.key === "ArrowLeft") {
      go(at - 1);
    } else return;
    event.preventDefault();
  });
  element("previous").addEventListener("click", () => go(at - 1));
  element("next").addEventListener("click", () => go(at + 1));
  element("save").addEventListener("click", save);
  const open = data.rows.findIndex((row) => !value(row, "verdict"));
  go(open < 0 ? 0 : open);
})();
