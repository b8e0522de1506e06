// The passkey ceremony (WebAuthn): the only thing here that needs a script. A form has `data-passkey="register"` or
// "sign-in" and `data-start`, `data-finish`; challenges travel as JSON, bytes as base64url.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

async function post(url, body) {
  const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json", accept: "application/json" }, body: JSON.stringify(body) });
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.title || String(answer.status));
  return json;
}

function unpack(options) {
  const key = options.publicKey;
  key.challenge = bytes(key.challenge);
  if (key.user) key.user.id = bytes(key.user.id);
  for (const list of [key.allowCredentials, key.excludeCredentials]) for (const c of list || []) c.id = bytes(c.id);
  return { publicKey: key };
}

function pack(credential) {
  const r = credential.response, response = { clientDataJSON: text(r.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) if (r[part]) response[part] = text(r[part]);
  if (r.getTransports) response.transports = r.getTransports();
  return { id: credential.id, rawId: text(credential.rawId), type: credential.type, response, extensions: credential.getClientExtensionResults() };
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    const note = form.querySelector("[data-note]");
    const sent = Object.fromEntries(new FormData(form));
    try {
      const { ceremony, options } = await post(form.dataset.start, sent);
      const wanted = unpack(options);
      const made = form.dataset.passkey === "register" ? await navigator.credentials.create(wanted) : await navigator.credentials.get(wanted);
      const { to } = await post(form.dataset.finish, { ...sent, ceremony, credential: pack(made) });
      location.assign(to);
    } catch (error) {
      note.textContent = error.name === "NotAllowedError" ? note.dataset.cancelled : error.message;
    }
  });
}
