// Says what is chosen in a folded list of terms; the list itself works without this.
(() => {
  "use strict";
  document.addEventListener("change", (event) => {
    const list = event.target.closest?.("[data-terms]");
    if (!list) return;
    const chosen = [...list.querySelectorAll("input:checked")].map((box) =>
      box.parentElement.textContent.trim().replace(/^–\s*/, ""),
    );
    list.querySelector("[data-terms-chosen]").textContent = chosen.join(", ") || list.dataset.none;
  });
})();
