"use strict";
(() => {
  const marks = [...document.querySelectorAll(".text mark")];
  const bar = document.getElementById("bar");
  let lit = null;

  const all = (pair) => document.querySelectorAll(`[data-p="${pair}"]`);

  function light(pair) {
    if (pair === lit) return;
    if (lit !== null) for (const element of all(lit)) element.classList.remove("lit");
    lit = pair;
    bar.hidden = pair === null;
    if (pair === null) return;
    for (const element of all(pair)) element.classList.add("lit");
    // Text goes in as text only: nothing of the documents is ever read as markup.
    const [english, chinese, how] = [...document.getElementById(`p${pair}`).cells].map((cell) => (cell.firstElementChild || cell).textContent);
    bar.textContent = [english, chinese, how].filter(Boolean).join(" · ");
  }

  // The next mention of the same thing in the other text; in its own text where the other has none.
  function next(mark) {
    const same = marks.filter((other) => other.dataset.p === mark.dataset.p);
    const others = same.filter((other) => other.closest("article") !== mark.closest("article"));
    const among = others.length ? others : same;
    const turn = Number(mark.dataset.turn || (others.length ? 0 : same.indexOf(mark) + 1)) % among.length;
    mark.dataset.turn = turn + 1;
    return among[turn];
  }

  function reveal(mark) {
    mark.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth" });
  }

  const under = (event) => event.target.closest?.(".text mark, #pairs tr[data-p]");
  document.addEventListener("mousemove", (event) => {
    const over = under(event);
    if (over) light(over.dataset.p);
    else if (!document.activeElement?.matches(".text mark")) light(null);
  });
  document.addEventListener("focusin", (event) => under(event) && light(under(event).dataset.p));
  document.addEventListener("focusout", () => light(null));
  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.(".text mark");
    if (mark) reveal(next(mark));
  });
  document.addEventListener("keydown", (event) => {
    const mark = event.target.closest?.(".text mark");
    if (event.key === "Escape") light(null);
    if (!mark || (event.key !== "Enter" && event.key !== " ") || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const other = next(mark);
    other.focus({ preventScroll: true });
    reveal(other);
  });
})();
