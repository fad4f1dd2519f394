// The desk by keyboard: j and k move, Enter opens, x marks, u takes back; every other key is named by what it presses
// (data-key). Without scripts the same buttons are pressed by hand.
"use strict";

function rows() {
  return [...document.querySelectorAll("[data-row]")];
}

function row() {
  return document.activeElement && document.activeElement.closest("[data-row]");
}

// The case of a row opens with the focus, and always at the same place on the screen.
function go(next) {
  if (!next) return;
  const part = next.querySelector("details.case");
  if (part) part.open = true;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: part ? "start" : "nearest" });
}

function move(by) {
  const all = rows();
  const at = all.indexOf(row());
  go(all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]);
}

function press(key) {
  const target = (row() || document).querySelector(`[data-key="${key}"]`) || document.querySelector(`.undo [data-key="${key}"]`);
  if (!target || (!row() && rows().length && !target.closest(".undo"))) return false;
  if (target.tagName === "SELECT") target.focus();
  else target.click();
  return true;
}

// In a choice of reasons a digit chooses, Enter sends, Escape goes back to the row.
function choose(event, select) {
  if (/^[1-9]$/.test(event.key) && select.options[Number(event.key)]) select.selectedIndex = Number(event.key);
  else if (event.key === "Enter" && select.value) select.form.requestSubmit(select.closest("label").parentElement.querySelector("button"));
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

// A row that is closed opens wherever it is pressed.
document.addEventListener("click", (event) => {
  const closed = event.target.closest("[data-row]:has(details.case:not([open]))");
  if (closed && !event.target.closest("a, button, label, input, select, summary")) go(closed);
});

// A decision in the queue is sent while the next match is already looked at. What the service answers is the queue as
// it is now: the line that takes the last step back, and what has come to the end. Where it refuses, its page says why.
const gone = new Set(); // what was decided here: the answer to an earlier decision may still show it
let last = null; // the match that was decided last

async function send(form, body, decided, place) {
  const id = decided.dataset.row;
  let answer = null;
  try {
    answer = await fetch(form.action, { method: "POST", body, keepalive: true, headers: { accept: "text/html" } });
  } catch (_) { /* below */ }
  if (!answer || !answer.ok || !answer.redirected) {
    // Sent again as a form, it leads to the page that says what is wrong.
    place.replaceWith(decided);
    const to = document.createElement("input");
    Object.assign(to, { type: "hidden", name: "to", value: body.get("to") });
    form.append(to);
    form.submit();
    return;
  }
  place.remove();
  if ((!rows().length && last === id) || new URL(answer.url).pathname !== location.pathname) {
    location.assign(answer.url);
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const undo = fresh.querySelector(".undo");
  if (undo && last === id) {
    history.replaceState(null, "", answer.url);
    document.querySelector(".filters").before(undo);
  }
  const known = new Set(rows().map((one) => one.dataset.row));
  const waiting = [...fresh.querySelectorAll("[data-row]")];
  document.querySelector("ol.queue").append(...waiting.filter((one) => one.dataset.row === id || (!known.has(one.dataset.row) && !gone.has(one.dataset.row))));
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const decided = form.closest("[data-row]");
  if (!decided || !form.matches(".decide")) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  const place = document.createComment("");
  const all = rows();
  const at = all.indexOf(decided);
  document.querySelectorAll(".undo").forEach((line) => line.remove());
  decided.replaceWith(place);
  go(all[at + 1] || all[at - 1]);
  last = decided.dataset.row;
  gone.add(last);
  send(form, body, decided, place).catch(() => location.reload());
});
