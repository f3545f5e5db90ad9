"use strict";
// "/" goes to the search field; a running job is shown without reloading the page.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^(input|textarea|select)$/i.test(event.target.tagName)) return;
  const field = document.getElementById("q");
  if (field) { field.focus(); event.preventDefault(); }
});
const list = document.querySelector(".jobs");
const line = (job) => {
  const item = document.createElement("li");
  item.dataset.job = job.number;
  const add = (tag, text, kind) => {
    const part = document.createElement(tag);
    part.textContent = text;
    if (kind) part.className = kind;
    item.append(part, " ");
  };
  add("b", job.what);
  add("span", job.shown, "state");
  for (const step of job.steps) add("span", step.shown, "step");
  for (const said of job.said) { item.append(document.createElement("br")); add("span", said, "said"); }
  return item;
};
const look = async (ran) => {
  const jobs = await (await fetch("/jobs")).json();
  list.replaceChildren(...jobs.map(line));
  list.closest("section").hidden = jobs.length === 0;
  const runs = jobs.some((job) => job.state === "runs" || job.state === "waits");
  if (runs) setTimeout(() => look(true), 400);
  else if (ran) location.reload();
};
if (list && list.children.length) look([...list.querySelectorAll(".state")].some((one) => /runs|waits/.test(one.dataset.state)));
