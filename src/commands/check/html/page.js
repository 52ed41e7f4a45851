"use strict";
const form = document.querySelector("form");
const list = document.querySelector("main");
const articles = Array.from(list.querySelectorAll("article"));
const shown = document.getElementById("shown");
const ranks = { error: 0, warning: 1, info: 2 };
const priorities = ["high", "normal", "low", ""];
const levels = ["unsupported", "single-source", "single-origin", "apparent", "corroborated", ""];
articles.forEach((article, place) => {
  article.place = place;
  article.findings = Array.from(article.querySelectorAll(".finding"));
  article.worst = Math.min(...article.findings.map((finding) => ranks[finding.dataset.severity]));
  article.words = article.textContent.toLocaleLowerCase();
});
function filter() {
  const wanted = new FormData(form);
  const words = wanted.get("words").toLocaleLowerCase().trim();
  let count = 0;
  articles.forEach((article) => {
    let any = false;
    article.findings.forEach((finding) => {
      const data = finding.dataset;
      const fits =
        (!wanted.get("severity") || data.severity === wanted.get("severity")) &&
        (!wanted.get("rule") || data.rule === wanted.get("rule")) &&
        (wanted.get("waived") === "all" || (data.waived === "true") === (wanted.get("waived") === "waived"));
      finding.hidden = !fits;
      any = any || fits;
      count += fits ? 1 : 0;
    });
    const level = wanted.get("level");
    const priority = wanted.get("priority");
    const fits =
      any &&
      (!level || article.dataset.level === level) &&
      (!priority || article.dataset.priority === priority) &&
      article.words.includes(words);
    if (any && !fits) count -= article.findings.filter((finding) => !finding.hidden).length;
    article.hidden = !fits;
  });
  shown.textContent = count + " of " + list.dataset.count + " findings shown";
}
const orders = {
  logged: (a, b) => a.place - b.place,
  severity: (a, b) => a.worst - b.worst || a.place - b.place,
  priority: (a, b) =>
    priorities.indexOf(a.dataset.priority) - priorities.indexOf(b.dataset.priority) ||
    a.worst - b.worst ||
    a.place - b.place,
  level: (a, b) => levels.indexOf(a.dataset.level) - levels.indexOf(b.dataset.level) || a.place - b.place,
  findings: (a, b) => b.findings.length - a.findings.length || a.place - b.place,
};
function sort() {
  articles.sort(orders[form.elements.order.value]).forEach((article) => list.append(article));
}
form.hidden = false;
form.addEventListener("input", filter);
form.elements.order.addEventListener("change", sort);
form.addEventListener("submit", (event) => event.preventDefault());
filter();
