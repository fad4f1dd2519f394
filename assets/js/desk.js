// The desk by keyboard: j and k move, Enter opens, x marks, u takes back; every other key is named by what it presses
// (data-key). Without scripts the same buttons are pressed by hand.
"use strict";

const rows = [...document.querySelectorAll("[data-row]")];

function row() {
  return document.activeElement && document.activeElement.closest("[data-row]");
}

function move(by) {
  const at = rows.indexOf(row());
  const next = rows[at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)];
  if (next) {
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }
}

function press(key) {
  const target = (row() || document).querySelector(`[data-key="${key}"]`) || document.querySelector(`.undo [data-key="${key}"]`);
  if (!target || (!row() && rows.length && !target.closest(".undo"))) return false;
  if (target.tagName === "SELECT") target.focus();
  else target.click();
  return true;
}

// In a choice of reasons a digit chooses, Enter sends, Escape goes back to the row.
function choose(event, select) {
  if (/^[1-9]$/.test(event.key) && select.options[Number(event.key)]) select.selectedIndex = Number(event.key);
  else if (event.key === "Enter" && select.value) select.form.requestSubmit(select.form.querySelector("select[data-key] ~ button"));
  else if (event.key === "Escape" && row()) row().focus();
  else return;
  event.preventDefault();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const select = event.target.closest("select[data-key]");
  if (select) {
    choose(event, select);
    return;
  }
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  const pressing = event.target.closest("a, button, summary");
  if (typing || (pressing && event.key === "Enter")) return;
  let done = true;
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "Enter" && row()) row().querySelector("[data-open]").click();
  else done = /^[a-z]$/.test(event.key) && press(event.key);
  if (done) event.preventDefault();
});
