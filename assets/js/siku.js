// Makes pages quicker to use, never possible to use: everything works without it.
"use strict";

// "/" puts the cursor into the search box, as on most sites for reference work.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.querySelector("main input[type=search], header input[type=search]");
  if (box) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});

// Browsers without ::details-content cannot keep the filters open on a wide screen by style.
if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 60em)").matches) {
  document.querySelectorAll("details.filters").forEach((filters) => { filters.open = true; });
}

// A menu closes by Escape, and when something else is pressed or gets the focus.
document.querySelectorAll("details[data-menu]").forEach((menu) => {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  for (const leaving of ["pointerdown", "focusin"]) {
    document.addEventListener(leaving, (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  }
});
