// The companion beside the edit form: reads along when asked and after every autosave.
// Without this script its button opens the same answer in a new tab.
(() => {
  "use strict";
  const panel = document.querySelector("[data-companion]");
  const form = document.getElementById("page-edit-form");
  if (!panel || !form) return;
  const button = panel.querySelector("[data-companion-check]");
  const state = panel.querySelector("[data-companion-state]");
  const said = panel.querySelector("[data-companion-said]");
  const word = (name) =>
    panel.querySelector("[data-companion-words]").content.querySelector(`[data-word=${name}]`).textContent;

  const address = () => {
    const page = form.getAttribute("action").match(/\/pages\/(\d+)\/edit\/$/);
    return page && `${panel.dataset.admin}schrijven/${page[1]}/meelezer/`;
  };

  // The admin builds the story's part of the form after the page is there.
  const isBuilt = () => form.elements.namedItem("approach-count") !== null;
  const WAIT = 200;
  let patience = 100;

  let reading = null;
  const read = async () => {
    if (!address()) return;
    if (!isBuilt() && patience-- > 0) {
      setTimeout(read, WAIT);
      return;
    }
    reading?.abort();
    const mine = (reading = new AbortController());
    const open = [...said.querySelectorAll("details")].map((part) => part.open);
    const links = new Set([...said.querySelectorAll("[name=link_to]:checked")].map((box) => box.value));
    state.textContent = word("reading");
    try {
      const body = new FormData(form);
      body.delete("link_to");
      const answer = await fetch(`${address()}?stuk=1`, { method: "POST", body, signal: mine.signal, redirect: "error" });
      if (!answer.ok) throw new Error(String(answer.status));
      put(await answer.text());
      said.querySelectorAll("details").forEach((part, place) => (part.open = open[place] ?? false));
      said.querySelectorAll("[name=link_to]").forEach((box) => (box.checked = links.has(box.value)));
      state.textContent = word("done");
      button.disabled = false;
    } catch (error) {
      if (error.name !== "AbortError") state.textContent = word("failed");
    }
  };

  // A form within a form cannot be: its button sends what it would have sent.
  const put = (html) => {
    const piece = new DOMParser().parseFromString(html, "text/html").body;
    for (const inner of piece.querySelectorAll("form[data-companion-decide]")) {
      const holder = document.createElement("div");
      holder.dataset.decide = inner.getAttribute("action");
      const choice = inner.querySelector("button");
      choice.type = "button";
      choice.dataset.key = inner.querySelector("[name=key]").value;
      holder.append(choice);
      inner.replaceWith(holder);
    }
    said.replaceChildren(...piece.childNodes);
  };

  said.addEventListener("click", async (event) => {
    const choice = event.target.closest("[data-decide] button");
    if (!choice) return;
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.namedItem("csrfmiddlewaretoken").value);
    body.set("key", choice.dataset.key);
    if (choice.name) body.set(choice.name, choice.value);
    const answer = await fetch(choice.parentElement.dataset.decide, { method: "POST", body });
    if (!answer.ok) state.textContent = word("failed");
    else await read();
    button.focus();
  });
  button.addEventListener("click", (event) => {
    event.preventDefault();
    read();
  });
  form.addEventListener("w-autosave:success", read);
  button.disabled = !address();
  read();
})();
