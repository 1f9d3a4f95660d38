// What belongs together lights up. `data-s` is a range of bytes in the source, `data-l` a line of the whole expansion, or of the runtime.
"use strict";
{
  const source = document.querySelector("aside pre");
  const linked = [...document.querySelectorAll("[data-s], [data-l]")].map((element) => {
    const [start, end] = (element.dataset.s ?? "").split("-").map(Number);
    return { element, start, end, line: element.dataset.l };
  });
  const entries = new Map(linked.map((entry) => [entry.element, entry]));
  const isSame = (one, other) =>
    one.line === undefined
      ? other.line === undefined && other.start < one.end && one.start < other.end
      : one.line === other.line;

  // What an element belongs to: its own place, and that of the line around it. A line without tokens of its own, of machine
  // code, belongs to those of its line of the expansion too.
  const around = (target) => {
    const found = [];
    for (let element = target; element instanceof Element; element = element.parentElement) {
      if (entries.has(element)) found.push(entries.get(element));
    }
    if (found.length === 1 && found[0].line !== undefined) {
      const tokens = document.querySelectorAll(`[data-l="${found[0].line}"] [data-s]`);
      found.push(...[...tokens].map((token) => entries.get(token)));
    }
    return found;
  };

  const light = (target) => {
    const from = around(target);
    let first = null;
    for (const entry of linked) {
      const isLit = from.some((one) => isSame(one, entry));
      entry.element.classList.toggle("lit", isLit);
      if (isLit && !first && source.contains(entry.element)) first = entry.element;
    }
    // The source is a pane of its own: bring what is lit into it, without moving the page.
    if (first && !source.contains(target)) {
      const [box, pane] = [first.getBoundingClientRect(), source.getBoundingClientRect()];
      if (box.top < pane.top || box.bottom > pane.bottom) source.scrollTop += box.top - pane.top - pane.height / 3;
    }
  };

  // Where the pointer is counts when it moves, and not when the page scrolls below it.
  let focused = null;
  let pointed = null;
  let pointer = "";
  document.addEventListener("pointermove", (event) => {
    const target = event.target.closest("[data-s], [data-l]");
    const position = `${event.clientX} ${event.clientY}`;
    if (target === pointed || position === pointer) return;
    [pointed, pointer] = [target, position];
    light(pointed ?? focused);
  });
  document.documentElement.addEventListener("pointerleave", () => {
    pointed = null;
    light(focused);
  });
  document.addEventListener("focusin", (event) => {
    focused = entries.has(event.target) ? event.target : null;
    light(focused);
  });
  document.addEventListener("focusout", () => {
    focused = null;
    light(null);
  });

  // One stop for Tab in each listing; from there the arrow keys go on, and Enter goes to the next place that is lit.
  const isStop = (element) => element.hasAttribute("tabindex");
  const stopsOf = (listing) => [...listing.querySelectorAll("[data-s], [data-l]")].filter(isStop);
  const move = (element) => {
    for (const other of stopsOf(element.closest("pre"))) other.tabIndex = -1;
    element.tabIndex = 0;
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  document.addEventListener("keydown", (event) => {
    const element = event.target;
    if (!entries.has(element) || event.ctrlKey || event.altKey || event.metaKey) return;
    const stops = stopsOf(element.closest("pre"));
    const at = stops.indexOf(element);
    const isOnOtherLine = (stop) => stop.closest(".line") !== element.closest(".line");
    const lit = linked.map((entry) => entry.element).filter((one) => one.classList.contains("lit") && isStop(one));
    const next = {
      ArrowRight: () => stops[at + 1],
      ArrowLeft: () => stops[at - 1],
      ArrowDown: () => stops.slice(at + 1).find(isOnOtherLine),
      ArrowUp: () => stops.slice(0, at).reverse().find(isOnOtherLine),
      Home: () => stops[0],
      End: () => stops[stops.length - 1],
      Enter: () => lit[(lit.indexOf(element) + 1) % lit.length],
    }[event.key]?.();
    if (next) {
      event.preventDefault();
      move(next);
    }
  });

  // A link to a stage opens it.
  const open = () => {
    const stage = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (stage instanceof HTMLDetailsElement) stage.open = true;
  };
  window.addEventListener("hashchange", open);
  open();
}
