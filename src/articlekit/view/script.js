"use strict";
// Points out the other side of what is pointed at or focused: a node and its stretch of the source.
(() => {
  let lit = [];

  const other = (one) =>
    document.getElementById(
      one.id.replace(/[ns](?=\d+$)/, (side) => (side === "n" ? "s" : "n")),
    );

  // Scrolls the pane that holds an element, never the page: what is pointed at stays where it is.
  // How far away something far is, is an estimate until it comes into view: no gliding there.
  const reveal = (one) => {
    const pane = one.closest(".pane");
    if (pane.scrollHeight <= pane.clientHeight) return;
    const box = one.getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    if (box.top >= frame.top + 40 && box.bottom <= frame.bottom) return;
    const top = box.top - frame.top - frame.height / 4;
    pane.scrollBy({ top, behavior: Math.abs(top) > 2 * frame.height ? "instant" : "auto" });
  };

  const show = (event) => {
    const one = event.target.closest("li.node, a.stretch");
    if (!one || one === lit[0]) return;
    for (const old of lit) old.classList.remove("lit");
    const partner = other(one);
    lit = partner ? [one, partner] : [one];
    for (const now of lit) now.classList.add("lit");
    if (partner?.getClientRects().length) reveal(partner);
  };

  // Text that is switched off is no stop for the Tab key any more.
  const settle = () => {
    const off = [...document.querySelectorAll("input:not(:checked)")].map((one) => one.value);
    for (const stretch of document.querySelectorAll("a.stretch"))
      stretch.tabIndex = off.some((name) => stretch.classList.contains(name)) ? -1 : 0;
  };

  document.documentElement.classList.add("scripted");
  if (matchMedia("(max-width: 46rem)").matches) document.querySelector(".kinds").open = false;
  document.addEventListener("pointerover", show);
  document.addEventListener("focusin", show);
  document.addEventListener("change", settle);
})();
