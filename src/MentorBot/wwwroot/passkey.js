// Makes or shows a passkey, and sends it with the form that it is for. Where a browser knows no passkeys, the page stays as it is without this script.
'use strict';

(() => {
  if (!window.PublicKeyCredential || !window.fetch) return;
  for (const form of document.querySelectorAll('form[data-passkey]')) offer(form);

  function offer(form) {
    form.hidden = false;
    for (const part of form.querySelectorAll('[data-passkey-only]')) part.hidden = false;
    const button = form.querySelector('button[data-passkey-only]') || form.querySelector('button');
    button.addEventListener('click', () => run(form, button));
  }

  async function run(form, button) {
    if (!form.reportValidity()) return;
    const problem = form.querySelector('[data-passkey-problem]') || form.querySelector('.problem');
    problem.textContent = '';
    button.disabled = true;
    try {
      const asked = await ask(form);
      const credential = form.dataset.passkey === 'create' ? await create(asked.options) : await show(asked.options);
      form.elements.namedItem('credential').value = JSON.stringify(credential);
      form.elements.namedItem('state').value = asked.state;
      form.submit();
    } catch (error) {
      button.disabled = false;
      problem.textContent = error && error.name === 'NotAllowedError' ? 'Nothing was done. Press the button to try again.' : 'This device could not do it. Please try another way.';
    }
  }

  // The password stays here: only the form itself needs it.
  async function ask(form) {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (name !== 'password') fields.append(name, value);
    const answer = await fetch(form.dataset.ask, { method: 'POST', body: fields, credentials: 'same-origin' });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  async function create(options) {
    options.challenge = bytes(options.challenge);
    options.user.id = bytes(options.user.id);
    for (const known of options.excludeCredentials || []) known.id = bytes(known.id);
    const made = await navigator.credentials.create({ publicKey: options });
    const response = made.response;
    return Object.assign(base(made), {
      response: {
        clientDataJSON: text(response.clientDataJSON),
        attestationObject: text(response.attestationObject),
        transports: response.getTransports ? response.getTransports() : [],
      },
    });
  }

  async function show(options) {
    options.challenge = bytes(options.challenge);
    for (const known of options.allowCredentials || []) known.id = bytes(known.id);
    const shown = await navigator.credentials.get({ publicKey: options });
    const response = shown.response;
    return Object.assign(base(shown), {
      response: {
        clientDataJSON: text(response.clientDataJSON),
        authenticatorData: text(response.authenticatorData),
        signature: text(response.signature),
        userHandle: response.userHandle ? text(response.userHandle) : null,
      },
    });
  }

  function base(credential) {
    return { id: credential.id, rawId: text(credential.rawId), type: credential.type, clientExtensionResults: credential.getClientExtensionResults() };
  }

  function bytes(words) {
    return Uint8Array.from(atob(words.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0));
  }

  function text(buffer) {
    return btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  }
})();
