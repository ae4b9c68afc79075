// Elements. Text from the data enters the page here and only as text nodes or attribute values, never as markup.

// The width from which tables are tables and the panel stands beside the text; the style sheet has the same one.
const wide = matchMedia("(min-width: 62rem)");

function build(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value !== null && value !== undefined && value !== false)
      node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function h(tag, attributes, ...children) {
  return build(document.createElement(tag), attributes, children);
}

function svg(tag, attributes, ...children) {
  return build(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function unseen(text) {
  return h("span", { class: "unseen" }, text);
}

function say(text) {
  document.getElementById("said").textContent = text;
}

// A box whose content is drawn again for the width that it has.
function fitted(draw) {
  const box = h("div", { class: "chart" });
  let drawn = 0;
  new ResizeObserver(() => {
    const width = Math.floor(box.clientWidth);
    if (!width || width === drawn) return;
    drawn = width;
    box.replaceChildren(draw(width));
  }).observe(box);
  return box;
}

function card(title, ...children) {
  return h("section", { class: "card" }, title && h("h2", null, title), ...children);
}

function select(label, value, options, change) {
  const items = options.map(([key, text]) => h("option", { value: key }, text));
  const field = h("select", { change: (event) => change(event.target.value) }, items);
  field.value = value;
  if (field.selectedIndex < 0 && value !== "") {
    field.append(h("option", { value }, value)); // a value of an old link that this run doesn't hold
    field.value = value;
  }
  return h("label", null, h("span", null, label), field);
}

function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = h("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
