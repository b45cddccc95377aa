"use strict";
// Altered quotations, those of one speaker, outlet or class of change alone.
(() => {
  const section = document.getElementById("quotations");
  const all = section ? [...section.querySelectorAll(".altered")] : [];
  if (all.length < 2) return;
  const changes = JSON.parse(section.dataset.changes);
  const itself = (value) => value;
  const facets = [
    ["Speaker", (quotation) => [quotation.dataset.speaker].filter(Boolean), itself],
    ["Outlet", (quotation) => JSON.parse(quotation.dataset.outlets), itself],
    ["Change", (quotation) => quotation.dataset.changes.split(" "), (change) => changes[change]],
  ];
  const bar = document.createElement("div");
  bar.className = "chooser";
  const status = document.createElement("p");
  status.setAttribute("role", "status");

  const choice = (name, values, told) => {
    const label = document.createElement("label"), select = document.createElement("select");
    const counts = new Map();
    for (const value of all.flatMap(values)) counts.set(value, (counts.get(value) || 0) + 1);
    const listed = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    select.append(new Option("all", ""));
    for (const [value, count] of listed) {
      select.append(new Option(`${told(value)} (${count})`, value));
    }
    label.append(name, select);
    bar.append(label);
    select.addEventListener("change", show);
    return select;
  };
  const chosen = facets.map((facet) => choice(...facet));

  function show() {
    let count = 0;
    for (const quotation of all) {
      const fits = facets.every(([, values], at) =>
        !chosen[at].value || values(quotation).includes(chosen[at].value));
      quotation.hidden = !fits;
      count += fits;
    }
    const chose = chosen.some((select) => select.value);
    if (chose) for (const more of section.querySelectorAll("details.more")) more.open = true;
    status.textContent = chose ? `${count} of ${all.length} quotations` : "";
  }

  bar.append(status);
  section.querySelector(".lead").after(bar);
})();
