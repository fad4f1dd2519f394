// What is new while a page is open: the count of notices, and a line that says so. Nothing on the page moves, and
// without this a reload shows the same.
"use strict";

const RETRY = 60000;
const bar = document.querySelector("[data-live]");
const told = document.querySelector("[data-unread]");
let last = bar ? bar.dataset.after : "";
let source = null;
let waiting = 0;

function count(unread) {
  const shown = told.querySelector(".count");
  if (unread === 0) {
    if (shown) shown.remove();
  } else if (shown) {
    shown.textContent = unread;
  } else {
    const fresh = document.createElement("span");
    fresh.className = "count";
    fresh.textContent = unread;
    told.append(" ", fresh);
  }
}

function say() {
  if (!bar || bar.childElementCount) return;
  const link = document.createElement("a");
  link.href = location.pathname + location.search;
  link.textContent = bar.dataset.show;
  bar.append(`${bar.dataset.text} `, link);
}

// A page of a case is told of notices that lead there, every other of its own kind.
function concerns(news) {
  if (bar.dataset.live !== "case") return bar.dataset.live === "notices" && news.new > 0;
  return news.links.some((link) => link.split("#")[0] === location.pathname);
}

function listen(name, act) {
  source.addEventListener(name, (event) => {
    last = event.lastEventId;
    act(JSON.parse(event.data));
  });
}

function open() {
  clearTimeout(waiting);
  if (source) source.close();
  const asked = new URLSearchParams();
  if (last) asked.set("after", last);
  if (bar && bar.dataset.case) asked.set("case", bar.dataset.case);
  source = new EventSource(`/live?${asked}`);
  listen("notices", (news) => {
    count(news.unread);
    if (bar && concerns(news)) say();
  });
  listen("queue", () => { if (bar && bar.dataset.live === "queue") say(); });
  listen("case", (news) => { if (bar && bar.dataset.case === news.id) say(); });
  // Whatever is lost on the way the browser takes up again; what was refused is asked for once more, later.
  source.addEventListener("error", () => {
    if (source && source.readyState === EventSource.CLOSED) waiting = setTimeout(open, RETRY);
  });
}

// Browsers keep few connections to one host: a page that nobody sees gives its own back.
function look() {
  if (document.hidden) {
    clearTimeout(waiting);
    if (source) source.close();
    source = null;
  } else if (!source) {
    open();
  }
}

if (told) {
  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", () => { if (source) source.close(); source = null; });
  addEventListener("pageshow", look);
  look();
}
