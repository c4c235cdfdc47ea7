// Comfort only: every page works without this file.
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelectorAll(selector);

  // Print and share. The stylesheet shows the print button where scripts run, so that nothing moves;
  // the class is for browsers that cannot tell.
  for (const button of $("[data-print]")) {
    button.classList.add("action--on");
    button.addEventListener("click", () => window.print());
  }
  if (navigator.share) {
    for (const link of $("[data-share]")) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        navigator.share({ title: document.title, url: location.href }).catch(() => {});
      });
    }
  }

  // Tell that somebody was contacted: a count for the day, and nothing of who.
  for (const part of $("[data-count]")) {
    part.addEventListener("click", ({ target }) => {
      if (target.closest("a") && navigator.sendBeacon) navigator.sendBeacon(part.dataset.count);
    });
  }

  // A box above a long list of values, to find one by typing.
  const filterLists = () => {
    const form = document.getElementById("filters");
    for (const rest of form ? $(".facet__rest", form) : []) {
      if (rest.querySelector(".facet__filter") || $(".facet-value", rest).length < 9) continue;
      const input = document.createElement("input");
      input.type = "search";
      input.className = "field facet__filter";
      input.placeholder = form.dataset.filterLabel;
      input.setAttribute("aria-label", form.dataset.filterLabel);
      for (const type of ["change", "keydown"]) {
        input.addEventListener(type, (event) => {
          event.stopPropagation();
          if (event.key === "Enter") event.preventDefault();
        });
      }
      input.addEventListener("input", () => {
        const typed = input.value.trim().toLowerCase();
        for (const value of $(".facet-value", rest)) {
          value.hidden = !value.textContent.toLowerCase().includes(typed);
        }
        for (const group of $(".facet__group", rest)) group.hidden = typed !== "";
      });
      rest.prepend(input);
    }
  };
  filterLists();

  // Results: swapped in place by htmx. Addresses stay clean, opened lists stay open, and whoever
  // follows a link that disappears with the old results is brought to the new ones.
  const body = document.body;
  let open = new Set();
  let closed = new Set();
  body.addEventListener("htmx:configRequest", ({ detail }) => {
    for (const [name, value] of [...detail.formData.entries()]) {
      if (value === "") detail.formData.delete(name);
    }
  });
  body.addEventListener("htmx:beforeSwap", () => {
    open = new Set();
    closed = new Set();
    for (const list of $("#facetten details[id]")) (list.open ? open : closed).add(list.id);
  });
  body.addEventListener("htmx:oobAfterSwap", () => {
    for (const list of $("#facetten details[id]")) {
      if (open.has(list.id)) list.open = true;
      if (closed.has(list.id)) list.open = false;
    }
    filterLists();
  });
  body.addEventListener("htmx:afterSettle", ({ detail }) => {
    const cause = detail.requestConfig && detail.requestConfig.elt;
    const heading = document.getElementById("aantal");
    if (cause && cause.closest && heading && !body.contains(cause)) {
      const here = document.getElementById(cause.id);
      if (here) here.focus({ preventScroll: true });
      else {
        heading.focus({ preventScroll: true });
        if (heading.getBoundingClientRect().top < 0) heading.scrollIntoView();
      }
    }
  });
  body.addEventListener("submit", ({ target }) => {
    if (target.id === "filters" && target.matches(":popover-open")) target.hidePopover();
  });
})();
