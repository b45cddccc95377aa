"use strict";
// Side by side: pairs that the page holds as offsets only, and any two documents of a family.
(() => {
  const made = (tag, classes, ...content) => {
    const element = document.createElement(tag);
    if (classes) element.className = classes;
    element.append(...content);
    return element;
  };
  // Offsets count code points, and a character that the page spells out, such as [U+202E], is one.
  const letters = (words) => words.match(/\[U\+[0-9A-F]{4,6}\]|[^]/gu) || [];
  const text = (anchor) => {
    const found = [];
    for (const block of document.querySelectorAll(`#${anchor} .text > p`)) {
      while (found.length < Number(block.dataset.at)) found.push("\n");
      found.push(...letters(block.textContent));
    }
    return found;
  };
  const article = (anchor) => {
    const node = document.getElementById(anchor);
    const { doc, label } = node.dataset;
    return { anchor, doc, label, letters: text(anchor), lang: node.querySelector(".text").lang };
  };

  const side = (paper, span, mark, none) => {
    const from = made("span", "from", `${paper.label}: `);
    if (!span) return made("div", "none", from, none);
    const [start, end, ...marks] = span;
    const words = (a, b) => paper.letters.slice(a, b).join("");
    const receipt = made("a", "chip", `${paper.doc}#${start}-${end}`);
    receipt.href = `#${paper.anchor}`;
    const node = made("div", "", from);
    node.dir = "auto";
    node.lang = paper.lang;
    let at = start;
    for (let i = 0; i < marks.length; i += 2) {
      node.append(words(at, marks[i]), made(mark, "", words(marks[i], marks[i + 1])));
      at = marks[i + 1];
    }
    node.append(words(at, end), " ", receipt);
    return node;
  };

  // Where it is not known who had it from whom, nothing is called left out or added.
  const OPEN = { verbatim: "same words", "left out": "only in the first", added: "only in the second" };
  const row = (first, second, [kind, moved, origin, derived], directed) => {
    const told = (kind === "verbatim" || !directed) && OPEN[kind] || kind;
    return made("div", `pair-row ${kind.replace(" ", "-")}`,
      made("p", "row-kind", moved ? `${told}, moved ${moved}` : told),
      side(first, origin, "del", "not here"), side(second, derived, "ins", directed ? "left out" : "not here"));
  };

  const unpack = (pair) => {
    if (!pair.dataset.rows) return;
    const first = article(pair.dataset.first), second = article(pair.dataset.second);
    const rows = JSON.parse(pair.dataset.rows)
      .map((r) => row(first, second, r, pair.dataset.directed));
    pair.querySelector(".unpacked").replaceWith(...rows);
    delete pair.dataset.rows;
  };
  document.addEventListener("toggle", (event) => {
    if (event.target.matches("details.pair") && event.target.open) unpack(event.target);
  }, true);

  const section = document.getElementById("lineage");
  const families = new Map();
  for (const node of document.querySelectorAll("article.document")) {
    const { family } = node.dataset;
    families.set(family, [...(families.get(family) || []), node]);
  }
  const related = [...families.values()].filter((members) => members.length > 1).flat();
  if (!section || !related.length) return;

  const choice = (name) => {
    const select = made("select", "");
    bar.append(made("label", "", name, select));
    return select;
  };
  const fill = (select, nodes) => select.replaceChildren(...nodes.map((node) => {
    const name = node.querySelector("h3").textContent;
    return new Option(`${node.dataset.label}: ${name}`.slice(0, 80), node.id);
  }));
  const bar = made("div", "chooser");
  const first = choice("Compare"), second = choice("with");
  const button = made("button", "", "Show side by side");
  const status = made("p", "");
  const built = made("div", "built");
  status.setAttribute("role", "status");
  button.type = "button";
  bar.append(button, status);
  section.querySelector(".lead").after(bar, built);

  const offer = () => {
    const { family } = document.getElementById(first.value).dataset;
    fill(second, families.get(family).filter((node) => node.id !== first.value));
  };
  fill(first, related);
  offer();
  first.addEventListener("change", offer);
  button.addEventListener("click", () => {
    const [a, b] = [first.value, second.value].sort((x, y) => x.slice(1) - y.slice(1));
    const pair = document.getElementById(`p${a.slice(1)}-${b.slice(1)}`);
    built.replaceChildren();
    status.textContent = "";
    if (pair) {
      pair.open = true;
      pair.querySelector("summary").focus();
      pair.scrollIntoView();
      return;
    }
    const papers = [article(a), article(b)];
    const spans = papers.map((paper) => [0, paper.letters.length]);
    status.textContent = "No passage of the one is known to stand in the other; both in full:";
    built.append(row(...papers, ["replaced", "", ...spans]));
  });
})();
