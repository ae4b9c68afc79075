// Which view is shown: the part of the address after "#/".

const VIEWS = {
  overview: overviewPage,
  articles: articlesPage,
  companies: companiesPage,
  claims: claimsPage,
  article: articlePage,
  company: companyPage,
};
const TABS = { overview: "Overview", articles: "Articles", companies: "Companies", claims: "Claims" };
const TAB_OF = { article: "articles", company: "companies" };
const main = document.getElementById("main");

function show() {
  const [name, query = ""] = location.hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const known = Object.hasOwn(VIEWS, name) ? name : "overview";
  main.replaceChildren(...VIEWS[known](new URLSearchParams(query)).flat(2).filter(Boolean));
  main.className = `view-${known}`;
  document.title = `${main.querySelector("h1").textContent} – newsclaims report`;
  drawTabs(TAB_OF[known] ?? known);
}

function drawTabs(current) {
  document
    .getElementById("views")
    .replaceChildren(
      ...Object.entries(TABS).map(([name, text]) =>
        h("li", null, h("a", { href: `#/${name}`, "aria-current": name === current && "page" }, text)),
      ),
    );
}

function foot() {
  const { schema, package: version, model } = data.run;
  return [`newsclaims ${version ?? ""}`, `schema ${schema}`, model && `model ${model.name} ${model.version}`]
    .filter(Boolean)
    .join(" · ");
}

addEventListener("hashchange", () => {
  show();
  if (!main.contains(document.activeElement)) main.focus({ preventScroll: true });
  if (!document.getElementById("chosen")) scrollTo(0, 0);
});
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
document.getElementById("foot").textContent = foot();
show();
performance.mark("shown");
