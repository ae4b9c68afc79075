// The data of the page, and what is looked up in it.

const data = JSON.parse(document.getElementById("data").textContent);
const articles = data.articles;
const articlesById = new Map(articles.map((article) => [article.doc_id, article]));
const claims = articles.flatMap((article) =>
  article.claims.map((claim, index) => Object.assign(claim, { article, number: index + 1 })),
);

function articleName(article) {
  return (
    article.title ??
    article.sentences.find((sentence) => sentence.block !== "furniture")?.text.slice(0, 90) ??
    article.source
  );
}

function grouped(items, field) {
  const groups = new Map();
  for (const item of items) {
    if (!groups.has(item[field])) groups.set(item[field], []);
    groups.get(item[field]).push(item);
  }
  return groups;
}

function counted(values) {
  const counts = new Map();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

const articlesByCompany = grouped(articles, "company");
const claimsByCompany = grouped(claims, "company");
const claimsOf = (name) => claimsByCompany.get(name) ?? [];

const companies = counted([...claims.map((claim) => claim.company), ...articles.map((article) => article.company)])
  .map(([name]) => ({
    name,
    count: claimsOf(name).length,
    figures: claimsOf(name).filter(hasFigure).length,
    articles: articlesOf(name),
  }))
  .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));

// The articles that are mainly about a company or hold claims about it.
function articlesOf(name) {
  return [...new Set([...claimsOf(name).map((claim) => claim.article), ...(articlesByCompany.get(name) ?? [])])];
}

// The characters of an article: its sentences at their places, white space between. Offsets count code points,
// JavaScript's strings count UTF-16 units, so an array of characters is cut and not a string.
function characters(article) {
  if (!article.characters) {
    const all = new Array(article.end - article.start).fill(" ");
    for (const sentence of article.sentences) {
      let at = sentence.start - article.start;
      for (const character of sentence.text) all[at++] = character;
    }
    Object.defineProperty(article, "characters", { value: all });
  }
  return article.characters;
}

function textAt(article, start, end) {
  return characters(article)
    .slice(start - article.start, end - article.start)
    .join("");
}

function hasFigure(claim) {
  return claim.value !== undefined;
}

const articleLink = (article) => `#/article?id=${encodeURIComponent(article.doc_id)}`;
const claimLink = (claim) => `${articleLink(claim.article)}&claim=${encodeURIComponent(claim.claim_id)}`;
const companyLink = (name) => `#/company?name=${encodeURIComponent(name)}`;
const claimsLink = (filters) => `#/claims?${new URLSearchParams(filters)}`;
