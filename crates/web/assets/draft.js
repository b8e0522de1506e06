// Saves a draft while it is written, and shows the findings as they come.
// The form has `data-draft`; the server answers the same POST with the same page: its `data-live` parts are replaced,
// and its hidden inputs (act id, version) are taken over, so that the next save is a new act on the new version.
import { page, refresh } from "./desk.js";

const form = document.querySelector("form[data-draft]");
const note = document.querySelector("[data-saved]");
let timer = 0, busy = false, again = false, pressed = null;

function take(doc) {
  const fresh = doc.querySelector("form[data-draft]");
  if (!fresh) return false;
  for (const name of ["_act", "_version", "_csrf"]) {
    const from = fresh.querySelector(`input[name="${name}"]`), to = form.querySelector(`input[name="${name}"]`);
    if (from && to) to.value = from.value;
  }
  refresh(doc);
  return true;
}

async function save() {
  if (busy) { again = true; return; }
  busy = true;
  try {
    const body = new URLSearchParams(new FormData(form));
    body.set("_save", "draft");
    const answer = await page(form.action, body);
    const kept = answer.status < 400 && take(answer.doc);
    if (note) note.textContent = kept ? note.dataset.saved : note.dataset.lost;
  } catch {
    if (note) note.textContent = note.dataset.lost;
  }
  busy = false;
  if (pressed) { form.requestSubmit(pressed); return; }
  if (again) { again = false; later(); }
}

function later() { clearTimeout(timer); timer = setTimeout(save, 1500); }

if (form) {
  form.addEventListener("input", later);
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (!busy) return;
    // The save under way uses up this act and version: sent with the same, what was typed since would be lost.
    event.preventDefault();
    event.stopPropagation();
    pressed = event.submitter;
  });
}
