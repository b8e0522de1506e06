// The box at the border takes a machine-readable zone or a name. A reader types the zone like a keyboard and ends each line
// with Enter: the box keeps only what a zone can hold, and the form is sent when two lines of 44 or 36, or three of 30, are
// there. A name is left as it was typed, and Enter asks.
const zone = document.querySelector("textarea[data-mrz]");
if (zone) {
  const whole = (lines) => (lines.length === 2 && lines.every((l) => l.length === 44 || l.length === 36)) || (lines.length === 3 && lines.every((l) => l.length === 30));
  const scanned = () => /[<«‹]/.test(zone.value);
  zone.addEventListener("input", () => {
    if (!scanned()) return;
    const at = zone.selectionStart;
    zone.value = zone.value.toUpperCase().replace(/[«‹]/g, "<").replace(/[^A-Z0-9<\n]/g, "");
    zone.setSelectionRange(at, at);
  });
  zone.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.shiftKey) return;
    const lines = zone.value.trim().split("\n");
    if (scanned() ? whole(lines) : zone.value.trim() !== "") { event.preventDefault(); zone.form.requestSubmit(); }
  });
}
