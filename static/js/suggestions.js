// Suggestions while typing: a combobox with a list (ARIA Authoring Practices). Without this file
// the search box is a plain search box.
(() => {
  "use strict";
  const words = document.currentScript.dataset;
  const input = document.getElementById("q");
  const row = input && input.closest(".search-box__row");
  if (!row || !window.fetch) return;

  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = "suggesties";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.label);
  list.hidden = true;
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  row.after(list, status);
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-controls", list.id],
    ["aria-expanded", "false"],
  ]) {
    input.setAttribute(name, value);
  }

  let active = -1;
  let timer = 0;
  let request = null;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const activate = (index) => {
    const options = [...list.children];
    active = (index + options.length) % options.length;
    options.forEach((option, number) => option.setAttribute("aria-selected", String(number === active)));
    input.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  };
  const show = (suggestions) => {
    list.replaceChildren(
      ...suggestions.map((suggestion, index) => {
        const option = document.createElement("li");
        option.id = `suggestie-${index}`;
        option.className = "suggestions__option";
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.url = suggestion.url;
        const label = document.createElement("span");
        label.textContent = suggestion.label;
        const kind = document.createElement("span");
        kind.className = "suggestions__kind";
        kind.textContent = words[suggestion.kind] || "";
        option.append(label, " ", kind);
        return option;
      }),
    );
    close();
    const any = suggestions.length > 0;
    list.hidden = !any;
    input.setAttribute("aria-expanded", String(any));
    status.textContent = any ? words.count.replace("%s", suggestions.length) : "";
  };
  const ask = async () => {
    if (request) request.abort();
    const typed = input.value.trim();
    if (typed.length < 2) {
      show([]);
      return;
    }
    request = new AbortController();
    try {
      const answer = await fetch(`${words.url}?q=${encodeURIComponent(typed)}`, { signal: request.signal });
      if (answer.ok && document.activeElement === input) show((await answer.json()).suggestions);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) {
      if (event.key === "ArrowDown" && list.children.length) {
        list.hidden = false;
        input.setAttribute("aria-expanded", "true");
        activate(0);
        event.preventDefault();
      }
      return;
    }
    if (event.key === "ArrowDown") activate(active + 1);
    else if (event.key === "ArrowUp") activate(active < 0 ? -1 : active - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && active >= 0) location.assign(list.children[active].dataset.url);
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", () => setTimeout(close, 150));
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[data-url]");
    if (option) location.assign(option.dataset.url);
  });
})();
