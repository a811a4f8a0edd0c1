"use strict";
(() => {
  const { entities, resolutions, findings } = JSON.parse(document.getElementById("data").textContent);
  const text = document.getElementById("text");
  const card = document.getElementById("card");
  const marks = [...text.querySelectorAll("mark")];
  const groups = by("g");
  const mentions = by("e");
  const KINDS = ["person", "office", "organisation", "term"];
  const MOST = 6; // the weight that fills its side of a bar
  let shown = null;
  let leaving = 0;

  function by(name) {
    const found = new Map();
    for (const mark of marks) {
      const key = mark.dataset[name];
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(mark);
    }
    return found;
  }

  // Text goes in as text nodes only: nothing of the document is ever read as markup.
  function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  }

  function labels(number, most = 3) {
    const [, english, traditional, simplified] = entities[number];
    const found = [["en", english], ["zh-Hant", traditional], ["zh-Hans", simplified === traditional ? "" : simplified]];
    const written = found.filter(([, label]) => label).slice(0, most);
    return written.flatMap(([lang, label], at) => [at ? " · " : "", make("span", { lang }, label)]);
  }

  function whole(number) {
    return [...labels(number), " ", make("code", {}, entities[number][0])];
  }

  function evidence(items) {
    return items.map(([name, weight, note]) => {
      const bar = make("span", { className: weight < 0 ? "bar against" : "bar" });
      bar.style.setProperty("--size", Math.min(1, Math.abs(weight) / MOST));
      bar.setAttribute("aria-hidden", "true");
      const sum = make("span", { className: "weight" }, (weight < 0 ? "−" : "+") + Math.abs(weight).toFixed(2));
      return make("li", {}, make("span", {}, name), " ", bar, " ", sum, " ", note ? make("span", { className: "note" }, note) : null);
    });
  }

  function candidates(items) {
    return items.map(({ entities: numbers, capacity, score }) => {
      const names = numbers.flatMap((number, at) => [at ? ", " : "", ...labels(number, 2)]);
      const acting = capacity && capacity !== "substantive" ? `${capacity}: ` : "";
      return make("li", {}, make("span", {}, acting, ...names), make("span", { className: "weight" }, score.toFixed(3)));
    });
  }

  function fill(mark) {
    const answer = resolutions[mark.dataset.r];
    const kind = mark.classList[0];
    const same = mentions.get(mark.dataset.e);
    const facts = make("dl", {});
    const fact = (name, ...content) => facts.append(make("dt", {}, name), make("dd", {}, ...content));
    for (const name of [kind, ...KINDS.filter((other) => other !== kind)]) if (name in answer) fact(name, ...whole(answer[name]));
    if (answer.unknown) fact("not in the tables", answer.unknown);
    if (answer.capacity) fact("capacity", answer.capacity);
    if (answer.tenure) fact("tenure", answer.tenure);
    for (const person of answer.incumbents || []) fact("held then by", ...whole(person));
    if (answer.score) {
      const ahead = answer.candidates ? `, ${answer.margin.toFixed(3)} ahead of the next` : "";
      fact("score", make("meter", { max: 1, value: answer.score, ariaLabel: "score" }), ` ${answer.score.toFixed(3)}${ahead}`);
    }
    const number = mark.dataset.unknown ? `, unknown person № ${mark.dataset.unknown}` : "";
    const status = answer.status + (answer.reason ? ` (${answer.reason.replaceAll("-", " ")})` : "") + number;
    card.className = kind;
    card.replaceChildren(
      make("p", {}, make("span", { className: "kind" }, kind), `, ${status}`),
      ...(mark.dataset.f || "").split(" ").filter(Boolean).map((at) => make("p", { className: "finding" }, `For the editor: ${findings[at]}`)),
      facts,
      ...(answer.evidence ? [make("h3", {}, "Evidence for and against"), make("ul", { className: "evidence" }, ...evidence(answer.evidence))] : []),
      ...(answer.candidates ? [make("h3", {}, "Readings"), make("ol", { className: "candidates" }, ...candidates(answer.candidates))] : []),
      make("p", { className: "quiet" }, `mention ${same.indexOf(mark) + 1} of ${same.length}` + (same.length > 1 ? "; n next, p previous" : "")),
    );
    card.scrollTop = 0;
  }

  function place(mark) {
    const lines = mark.getClientRects();
    const above = lines[0].top;
    const below = lines[lines.length - 1].bottom;
    const left = Math.max(8, Math.min(lines[0].left, text.getBoundingClientRect().right - card.offsetWidth));
    card.style.removeProperty("--room");
    const roomBelow = innerHeight - below - 12;
    const under = card.offsetHeight <= roomBelow || roomBelow >= above - 12;
    card.style.setProperty("--room", `${Math.max(120, under ? roomBelow : above - 12)}px`);
    card.style.setProperty("--x", `${left + scrollX}px`);
    card.style.setProperty("--y", `${(under ? below + 6 : above - card.offsetHeight - 6) + scrollY}px`);
  }

  function light(mark, on) {
    for (const other of mark.dataset.g ? groups.get(mark.dataset.g) : [mark]) other.classList.toggle("lit", on);
    mark.setAttribute("aria-expanded", on);
    if (on) mark.setAttribute("aria-describedby", "card");
    else mark.removeAttribute("aria-describedby");
  }

  function stay() {
    clearTimeout(leaving);
    leaving = 0;
  }

  function show(mark) {
    stay();
    if (mark === shown) return;
    hide();
    shown = mark;
    fill(mark);
    card.hidden = false;
    if (getComputedStyle(card).position === "fixed") mark.scrollIntoView({ block: "nearest", behavior: "instant" });
    else place(mark);
    light(mark, true);
  }

  function hide() {
    stay();
    if (shown) light(shown, false);
    shown = null;
    card.hidden = true;
  }

  function jump(mark) {
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center", behavior: "instant" });
    if (mark === shown) place(mark);
  }

  function next(mark, step) {
    const same = mentions.get(mark.dataset.e);
    jump(same[(same.indexOf(mark) + step + same.length) % same.length]);
  }

  for (const mark of marks) {
    mark.tabIndex = 0;
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-expanded", "false");
    mark.setAttribute("aria-controls", "card");
    mark.setAttribute("aria-description", mark.title);
    mark.removeAttribute("title");
  }

  const over = (event) => event.target.closest?.("#text mark");
  text.addEventListener("focusin", (event) => over(event) && show(over(event)));
  text.addEventListener("focusout", () => card.matches(":hover") || hide());
  text.addEventListener("click", (event) => over(event) && show(over(event)));
  // Not mouseover, which also fires when the page scrolls under a mouse that rests.
  document.addEventListener("mousemove", (event) => {
    const mark = over(event);
    if (mark) show(mark);
    else if (card.contains(event.target)) stay();
    else if (shown && shown !== document.activeElement && !leaving) leaving = setTimeout(hide, 250);
  });
  document.addEventListener("pointerdown", (event) => shown && !over(event) && !card.contains(event.target) && hide());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return hide();
    const mark = over(event);
    if (!mark || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (shown === mark) hide();
      else show(mark);
    } else if (event.key === "n") next(mark, 1);
    else if (event.key === "p") next(mark, -1);
  });

  const turns = new Map();
  document.querySelector("aside").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    const same = link.dataset.e ? mentions.get(link.dataset.e) : [document.querySelector(link.hash)];
    const turn = (turns.get(link) ?? -1) + 1;
    turns.set(link, turn);
    jump(same[turn % same.length]);
  });
  addEventListener("resize", () => shown && place(shown));
})();
