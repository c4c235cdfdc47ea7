// Keeps what is typed in an edit form of the admin in this browser until the server has it.
//
// One entry of localStorage for each person, form and tab. An entry goes when the server says that it
// has that text (an autosave, or the token in data-confirmed), when its writer throws it away, logs out,
// or after two weeks. What is kept are the form's own fields: the server fills the form in with them.
(() => {
  "use strict";
  const script = document.querySelector("script[data-keep]");
  const told = script.dataset;
  const own = `keep:${told.user}:`;
  const DAYS = 14;

  const entries = () =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith("keep:"))
      .map((key) => ({ key, ...JSON.parse(localStorage.getItem(key)) }));
  const forget = (which) => entries().filter(which).forEach((entry) => localStorage.removeItem(entry.key));

  const saved = told.confirmed.split(" ").filter(Boolean);
  forget((entry) => saved.includes(entry.token) || Date.now() - entry.at > DAYS * 86400000);
  document.addEventListener(
    "submit",
    (event) => {
      const path = new URL(event.target.getAttribute("action") || location.href, location.href).pathname;
      if (told.logout.split(" ").includes(path)) forget((entry) => entry.key.startsWith(own));
    },
    true,
  );

  const form = document.getElementById("page-edit-form");
  if (!form) return;

  const LEFT_OUT = new Set(["csrfmiddlewaretoken", "next", "keep_token", "link_to"]);
  const address = () => new URL(form.getAttribute("action"), location.href).pathname;
  const fields = () =>
    [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !LEFT_OUT.has(name));
  // What the server itself numbers says nothing of what somebody typed.
  const numbered = new Set(["loaded_revision_id", "loaded_revision_created_at"]);
  const written = () => JSON.stringify(fields().filter(([name]) => !numbered.has(name)));

  // --- The token of this tab's form ------------------------------------------------------------
  const tokenOf = (path) => `keep-token:${path}`;
  const fresh = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");
  let token = sessionStorage.getItem(tokenOf(address())) || fresh();
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "keep_token";
  form.append(field);
  const use = (value) => {
    token = field.value = value;
    sessionStorage.setItem(tokenOf(address()), value);
  };
  use(token);

  // --- Messages above the form -----------------------------------------------------------------
  const show = (name) => {
    hide();
    const message = document
      .getElementById("keep-messages")
      .content.querySelector(`[data-message=${name}]`)
      .cloneNode(true);
    form.before(message);
    return message;
  };
  const hide = () => document.querySelectorAll(".keep").forEach((message) => message.remove());

  // --- Keeping ---------------------------------------------------------------------------------
  let known = null; // what the server has, or what stood here before anybody typed
  let touched = form.dataset.wUnsavedForceValue === "true";
  let last = "";
  const keep = () => {
    const now = written();
    if (!touched) known = now;
    if (now === known || now === last) return;
    last = now;
    const made = form.dataset.wAutosaveRevisionIdValue;
    const entry = JSON.stringify({
      at: Date.now(),
      token,
      path: address(),
      fields: made && made !== "0" ? [...fields(), ["overwrite_revision_id", made]] : fields(),
    });
    try {
      localStorage.setItem(own + address() + ":" + token, entry);
    } catch {
      forget((other) => other.token !== token); // full: the text at hand goes first
      try {
        localStorage.setItem(own + address() + ":" + token, entry);
      } catch {
        last = "";
      }
    }
  };
  const touch = (event) => {
    if (!touched && event.isTrusted) {
      keep();
      touched = true;
    }
  };
  for (const name of ["keydown", "pointerdown", "paste", "drop"]) document.addEventListener(name, touch, true);
  form.addEventListener("input", () => setTimeout(keep, 200));
  window.addEventListener("pagehide", keep);
  form.addEventListener("submit", keep, true);
  setInterval(keep, 1000);

  // --- What the server has ---------------------------------------------------------------------
  let sent = null;
  let underway = false; // an autosave that has no answer yet
  let waiting = false; // a save that waits for that answer
  form.addEventListener("w-autosave:save", () => {
    sent = fields();
    underway = true;
  });
  // Saving beside one's own autosave would look like somebody else's version: it waits for the answer.
  const AT_MOST = 10000;
  // A rich text hands over what was typed a quarter of a second later, and a save by keys may be quicker.
  const SETTLED = 300;
  let typed = -SETTLED;
  form.addEventListener("keydown", (event) => event.target.isContentEditable && (typed = event.timeStamp), true);
  form.addEventListener(
    "submit",
    (event) => {
      const settling = typed + SETTLED - event.timeStamp;
      if (!underway && settling <= 0) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (waiting) return;
      waiting = true;
      const { submitter } = event;
      const go = () => {
        if (!waiting) return;
        waiting = false;
        if (submitter) submitter.disabled = false;
        setTimeout(() => form.requestSubmit(submitter));
      };
      for (const answer of ["w-autosave:success", "w-autosave:error"]) form.addEventListener(answer, go, { once: true });
      const giveUp = () => {
        if (waiting) underway = false;
        go();
      };
      if (underway) setTimeout(giveUp, AT_MOST);
      else setTimeout(go, settling); // and waits again when an autosave began meanwhile
    },
    true,
  );
  form.addEventListener("w-autosave:success", (event) => {
    const response = event.detail.response;
    for (const [name, value] of [
      ["loaded_revision_id", response.revision_id],
      ["loaded_revision_created_at", response.revision_created_at],
    ]) {
      const input = form.elements.namedItem(name);
      if (input && value) input.value = value;
    }
    hide();
    forget((entry) => entry.token === token);
    use(token); // the address changes when a new page got its number
    Object.keys(response.field_updates ?? {}).forEach((name) => numbered.add(name));
    known = JSON.stringify(sent.filter(([name]) => !numbered.has(name)));
    last = "";
    keep();
    underway = false;
  });
  form.addEventListener("w-autosave:error", (event) => {
    keep();
    underway = false;
    if (event.detail.type === "invalid_revision") show("overtaken");
    else check();
  });

  // --- Still logged in? ------------------------------------------------------------------------
  let expired = false;
  const check = async () => {
    let answer;
    try {
      answer = await fetch(told.check, { headers: { Accept: "application/json" }, redirect: "manual" });
    } catch {
      return; // no network: Wagtail says so itself
    }
    const who = answer.ok && answer.headers.get("Content-Type").startsWith("application/json") ? await answer.json() : null;
    if (who === null || String(who.user) !== told.user) {
      if (!expired && (answer.type === "opaqueredirect" || answer.status < 500)) {
        expired = true;
        keep();
        show("expired");
      }
      return;
    }
    document.querySelectorAll("input[name=csrfmiddlewaretoken]").forEach((input) => (input.value = who.token));
    if (expired) {
      expired = false;
      show("back");
      form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true }));
    }
  };
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && check());
  window.addEventListener("focus", check);

  // --- Offering back ---------------------------------------------------------------------------
  const restore = (entry) => {
    const admin = told.admin;
    const edit = entry.path.match(/\/pages\/(\d+)\/edit\/$/);
    const made = entry.path.match(/\/pages\/add\/(\w+\/\w+\/\d+)\/$/);
    const sending = document.createElement("form");
    sending.method = "post";
    sending.action = edit ? `${admin}schrijven/${edit[1]}/terug/` : `${admin}schrijven/nieuw/${made[1]}/terug/`;
    const again = form.elements.namedItem("csrfmiddlewaretoken").value;
    for (const [name, value] of [...entry.fields, ["csrfmiddlewaretoken", again], ["keep_token", entry.token]]) {
      const input = document.createElement("input");
      input.type = "hidden";
      input.name = name;
      input.value = value;
      sending.append(input);
    }
    sessionStorage.setItem(tokenOf(entry.path), entry.token);
    document.body.append(sending);
    sending.submit();
  };
  const offer = () => {
    if (form.dataset.wUnsavedForceValue === "true") return; // the form itself holds what was typed
    const kept = entries()
      .filter((entry) => entry.key.startsWith(own) && entry.path === address())
      .sort((one, other) => other.at - one.at)[0];
    if (!kept) return;
    if (kept.token === token) use(fresh());
    const message = show("found");
    message.querySelector("time").textContent = new Date(kept.at).toLocaleString(document.documentElement.lang, {
      dateStyle: "long",
      timeStyle: "short",
    });
    message.querySelector("[data-do=restore]").addEventListener("click", () => restore(kept));
    message.querySelector("[data-do=forget]").addEventListener("click", () => {
      forget((entry) => entry.path === kept.path && entry.key.startsWith(own) && entry.token !== token);
      hide();
    });
  };
  offer();
})();
