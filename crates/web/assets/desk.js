// The common module: clocks that count, parts that refresh themselves, summaries that take the focus.
// Every page works without it. Answers of the server are parsed by XMLHttpRequest into a document, never from text here.

/** Fetches a page of ours as a document (scripts in it never run). */
export function page(url, body) {
  return new Promise((done, fail) => {
    const call = new XMLHttpRequest();
    call.open(body ? "POST" : "GET", url);
    call.responseType = "document";
    call.timeout = 20000;
    call.onload = () => (call.response ? done({ status: call.status, doc: call.response, url: call.responseURL }) : fail(call.status));
    call.onerror = call.ontimeout = () => fail(0);
    call.send(body);
  });
}

/** Replaces each element that has a `data-live` name by its namesake, unless the reader is inside it. */
export function refresh(doc) {
  for (const fresh of doc.querySelectorAll("[data-live]")) {
    const old = document.querySelector(`[data-live="${CSS.escape(fresh.dataset.live)}"]`);
    if (!old || old.contains(document.activeElement) || old.isEqualNode(fresh)) continue;
    old.replaceWith(document.adoptNode(fresh));
  }
  tick();
}

function amount(seconds, units) {
  const [d, h, m] = units.split("|");
  const days = Math.floor(seconds / 86400), hours = Math.floor(seconds / 3600) % 24, minutes = Math.floor(seconds / 60) % 60;
  const unit = (n, word) => `${n}\u00a0${word}`;
  if (days) return `${unit(days, d)} ${unit(hours, h)}`;
  return hours ? `${unit(hours, h)} ${unit(minutes, m)}` : unit(minutes, m);
}

function tick() {
  for (const clock of document.querySelectorAll(".clock[data-due]")) {
    const left = Math.floor((Date.parse(clock.dataset.due) - Date.now()) / 1000);
    const text = (left < 0 ? clock.dataset.over : clock.dataset.rest).replace("{n}", amount(Math.abs(left), clock.dataset.units));
    const shown = clock.querySelector("b");
    if (shown && shown.textContent !== text) shown.textContent = text;
    const late = clock.dataset.late;
    if (left < 0) clock.classList.replace("running", late) || clock.classList.replace("soon", late);
  }
}

const every = Number(document.body.dataset.refresh || 0);
if (every) {
  setInterval(() => {
    if (document.visibilityState !== "visible") return;
    page(location.href).then((answer) => answer.status === 200 && refresh(answer.doc), () => {});
  }, every * 1000);
}
tick();
setInterval(tick, 15000);

document.querySelector(".errors[autofocus]")?.focus();

// One menu at a time; Escape closes it and gives the focus back.
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest?.("details.menu[open]");
  if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});

// A form is sent once: the second click waits for the first answer.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
  setTimeout(() => delete form.dataset.sent, 5000);
});
addEventListener("pageshow", () => { for (const form of document.forms) delete form.dataset.sent; });
