"use strict";
(() => {
  const dialog = document.getElementById("receipt");
  if (!dialog || !dialog.showModal) return;
  const part = (name) => document.getElementById("receipt-" + name);

  const block = (node) => node.parentElement.closest("p");

  const copied = (from, to) => {
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    const words = range.cloneContents();
    for (const marker of words.querySelectorAll("i")) marker.remove();
    for (const link of words.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    return words;
  };

  const passage = (begin, end) => {
    const first = block(begin), last = block(end);
    const before = document.createElement("p"), mark = document.createElement("mark");
    const place = (node) => [node.parentNode, [...node.parentNode.childNodes].indexOf(node)];
    const blocks = [];
    for (let b = first; b; b = b.nextElementSibling) {
      blocks.push(b);
      if (b === last) break;
    }
    before.dir = "auto";
    before.append(copied([first, 0], place(begin)));
    blocks.forEach((b, at) => {
      const from = b === first ? place(begin) : [b, 0];
      const to = b === last ? place(end) : [b, b.childNodes.length];
      if (at) mark.append(document.createElement("br"));
      mark.append(copied(from, to));
    });
    before.append(mark, copied(place(end), [last, last.childNodes.length]));
    return before;
  };

  const show = (chip) => {
    const anchor = chip.hash.slice(1);
    const begin = document.getElementById(anchor);
    const [doc, , stop] = anchor.split("-");
    const end = document.getElementById(doc + "-e" + stop);
    if (!begin || !end) return false;
    const article = document.getElementById(doc);
    part("title").textContent = article.querySelector("h3").textContent;
    part("facts").textContent = article.querySelector(".meta").firstChild ?
      article.querySelector(".meta").innerText.split("\n")[0] : "";
    part("words").replaceChildren(passage(begin, end));
    part("words").lang = begin.closest(".text").lang;
    part("id").textContent = chip.textContent;
    part("go").href = chip.hash;
    part("copied").textContent = "";
    dialog.showModal();
    return true;
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const range = document.createRange();
      range.selectNodeContents(part("id"));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      if (!document.execCommand("copy")) return "Selected; copy it with your keyboard.";
    }
    return "Copied.";
  };

  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !target.closest("details")) return;
    target.closest("details").open = true;
    // Twice: what comes near the view gets its real height only when it is laid out.
    target.scrollIntoView({ block: "center" });
    requestAnimationFrame(() => target.scrollIntoView({ block: "center" }));
  };

  document.addEventListener("click", (event) => {
    const chip = event.target.closest("a.chip");
    if (!chip || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (show(chip)) event.preventDefault();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  part("close").addEventListener("click", () => dialog.close());
  part("go").addEventListener("click", (event) => {
    event.preventDefault();
    dialog.close();
    // Closing gives the focus, and with it the view, back to the chip: go there only then.
    location.hash = event.currentTarget.hash;
    reveal();
  });
  part("copy").addEventListener("click", async () => {
    part("copied").textContent = await copy(part("id").textContent);
  });

  addEventListener("hashchange", reveal);
  reveal();

  let reopen = [];
  addEventListener("beforeprint", () => {
    reopen = [...document.querySelectorAll("details:not([open])")];
    for (const closed of reopen) closed.open = true;
  });
  addEventListener("afterprint", () => {
    for (const closed of reopen) closed.open = false;
  });
})();
