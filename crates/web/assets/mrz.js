// The machine-readable zone at the border: a reader types it like a keyboard, ending with Enter. The input keeps only
// what such a zone can hold, in capitals, and the form is sent when two lines of 44 or three of 30 are there.
const zone = document.querySelector("textarea[data-mrz]");
if (zone) {
  const whole = (lines) => (lines.length === 2 && lines.every((l) => l.length === 44 || l.length === 36)) || (lines.length === 3 && lines.every((l) => l.length === 30));
  zone.addEventListener("input", () => {
    const at = zone.selectionStart;
    zone.value = zone.value.toUpperCase().replace(/[«‹]/g, "<").replace(/[^A-Z0-9<\n]/g, "");
    zone.setSelectionRange(at, at);
  });
  zone.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const lines = zone.value.trim().split("\n");
    if (whole(lines)) { event.preventDefault(); zone.form.requestSubmit(); }
  });
}
