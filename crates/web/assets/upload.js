// Shows how much of a file has been sent. Without scripts the same form is posted and the browser shows its own progress.
const form = document.querySelector("form[data-upload]");
const line = form?.querySelector("[data-upload-line]");
if (form && line) {
  const bar = line.querySelector("progress"), text = line.querySelector("[data-upload-text]");
  form.addEventListener("submit", (event) => {
    const file = form.querySelector("input[type=file]")?.files?.[0];
    if (!file) return;
    event.preventDefault();
    const call = new XMLHttpRequest();
    call.open("POST", form.action);
    call.responseType = "document";
    line.hidden = false;
    call.upload.onprogress = (at) => {
      if (!at.lengthComputable) return;
      bar.value = Math.floor((at.loaded * 100) / at.total);
      text.textContent = `${bar.value} %`;
    };
    call.onload = () => {
      // A page that answers in its own place is shown as it came.
      if (call.status < 400 && call.responseURL !== form.action) { location.assign(call.responseURL); return; }
      document.documentElement.replaceWith(document.adoptNode(call.response.documentElement));
      document.querySelector(".errors, [role=status]")?.focus();
    };
    // A broken line: let the browser send the form itself and say what is wrong.
    call.onerror = () => form.submit();
    call.send(new FormData(form));
  });
}
