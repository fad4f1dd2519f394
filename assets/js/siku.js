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
