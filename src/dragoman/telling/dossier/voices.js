"use strict";
// Statements of one kind, act or document alone, or those that deny, ask or demand.
(() => {
  const section = document.getElementById("voices");
  const all = section ? [...section.querySelectorAll(".sayings > li")] : [];
  if (all.length < 2) return;
  const called = (name) => (item) => item.classList.contains(name);
  const carried = (number) => (item) => item.dataset.in.split(" ").includes(number);
  const named = (node) => [`${node.dataset.label}: ${node.querySelector("h3").textContent}`
    .slice(0, 80), carried(node.id.slice(1))];
  const facets = [
    ["Words", [["quoted in full", called("direct")], ["quoted in part", called("mixed")],
      ["reported", called("indirect")]]],
    ["What is told", [["said", called("speech")], ["written", called("writing")],
      ["thought", called("thought")], ["wanted", called("intent")]]],
    ["What it does", [["denies", called("denial")], ["asks", called("question")],
      ["demands", called("demand")]]],
    ["Certainty", [["sure readings", (item) => !item.classList.contains("doubtful")],
      ["uncertain readings", called("doubtful")]]],
    ["Document", [...document.querySelectorAll("article.document")].map(named)],
  ];
  const bar = document.createElement("div");
  bar.className = "chooser";
  const status = document.createElement("p");
  status.setAttribute("role", "status");

  const choice = ([name, options]) => {
    const found = options.map(([told, fits]) => [told, fits, all.filter(fits).length])
      .filter(([, , count]) => count);
    if (found.length < 2 && !(found.length && found[0][2] < all.length)) return null;
    const label = document.createElement("label"), select = document.createElement("select");
    select.append(new Option("all", ""));
    found.forEach(([told, , count], at) => select.append(new Option(`${told} (${count})`, at)));
    label.append(name, select);
    bar.append(label);
    select.addEventListener("change", show);
    return () => !select.value || found[select.value][1];
  };
  const chosen = facets.map(choice).filter(Boolean);
  const folds = [...section.querySelectorAll("details")];
  const holders = [...section.querySelectorAll("details, .part, .voice, .group")];
  const links = [...section.querySelectorAll(".index a")];

  function show() {
    const tests = chosen.map((test) => test()).filter((test) => test !== true);
    let count = 0;
    for (const item of all) {
      item.hidden = !tests.every((fits) => fits(item));
      count += !item.hidden;
    }
    for (const holder of holders) {
      holder.hidden = !holder.querySelector(".sayings > li:not([hidden])");
    }
    for (const fold of folds) fold.open = tests.length > 0 && !fold.hidden;
    for (const link of links) {
      const voice = document.getElementById(link.hash.slice(1));
      link.parentElement.hidden = voice.hidden;
    }
    status.textContent = tests.length ? `${count} of ${all.length} statements` : "";
  }

  bar.append(status);
  section.querySelector(".lead").after(bar);
})();
