// Makes the desk live: shows news as they come, sends without a reload, and listens to keys. Without it all works by forms and reloads.
const desk = () => document.getElementById('desk');
const $ = id => document.getElementById(id);
const kept = {
  get: name => { try { return localStorage.getItem(name); } catch (error) { return null; } },
  set: (name, value) => { try { localStorage.setItem(name, value); } catch (error) { /* this browser keeps nothing: so it is for this page only */ } },
};
// The server's clock may be another: the simulator's can be moved.
const ahead = new Date(desk().dataset.now || Date.now()) - Date.now();
const OnlyOnce = 500;
const TypingEach = 4000;
const TypingShown = 6000;
const PollEach = 10000;

let mark = desk().dataset.mark;
let newestOffer = Number(desk().dataset.offer || 0);
let newestAlert = Number(desk().dataset.alert || 0);
let newestWords = Number(desk().dataset.words || 0);
let isSending = false;
let looking = null;

// --- what the page shows -------------------------------------------------

async function fetchPage(address, options) {
  const answer = await fetch(address, Object.assign({ headers: { Accept: 'text/html' }, credentials: 'same-origin', cache: 'no-store' }, options));
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return { answer, page };
}

const nearEnd = box => !box || box.scrollHeight - box.scrollTop - box.clientHeight < 80;

function toNewest() {
  const log = document.querySelector('.log');
  if (log) log.scrollTop = log.scrollHeight;
}

function showLines(page) {
  const [here, there] = [$('lines'), page.getElementById('lines')];
  if (!here || !there) return;
  const atEnd = nearEnd(document.querySelector('.log'));
  let before = null;
  for (const line of [...there.children]) {
    const known = $(line.id);
    if (!known) {
      if (before) before.after(document.importNode(line, true)); else here.prepend(document.importNode(line, true));
    } else if (known.innerHTML !== line.innerHTML) known.innerHTML = line.innerHTML;
    before = $(line.id);
  }
  if (atEnd) toNewest();
}

function showParts(page) {
  for (const part of document.querySelectorAll('[data-live]')) {
    const fresh = page.getElementById(part.id);
    if (!fresh || fresh.innerHTML === part.innerHTML) continue;
    // Whoever is about to press something in it keeps it under the finger.
    const held = part.contains(document.activeElement) ? document.activeElement.getAttribute('aria-label') : null;
    part.innerHTML = fresh.innerHTML;
    if (held) (([...part.querySelectorAll('button')].find(one => one.getAttribute('aria-label') === held)) || part.querySelector('button, a') || $('main')).focus();
  }
}

function look() {
  // One look at a time; what came meanwhile is looked at afterwards.
  if (looking) { looking.again = true; return; }
  looking = { again: false };
  const address = location.pathname + location.search;
  fetchPage(address).then(({ answer, page }) => {
    const talk = desk().dataset.talk;
    if (answer.status === 404 || answer.redirected || (talk && !page.getElementById('lines') !== !$('lines')) || Boolean(page.getElementById('reply')) !== Boolean($('reply'))) {
      // It is somebody else's now, or he is not signed in any more: but what he writes is not thrown away.
      if (!$('text') || !$('text').value) location.reload(); else say('This talk has changed. Copy what you wrote, and then load this page again.');
      return;
    }
    document.title = page.title;
    showParts(page);
    showLines(page);
  }).catch(() => say('No connection. Trying again.')).finally(() => {
    const again = looking.again;
    looking = null;
    if (again) look();
  });
}

function say(words) {
  const live = $('live');
  if (live && live.textContent !== words) live.textContent = words;
}

// --- news -----------------------------------------------------------------

function hear(state) {
  const isAlert = state.newestAlert > newestAlert;
  const isOffer = state.newestOffer > newestOffer;
  const areWords = state.newestWords > newestWords;
  newestAlert = Math.max(newestAlert, state.newestAlert);
  newestOffer = Math.max(newestOffer, state.newestOffer);
  newestWords = Math.max(newestWords, state.newestWords);
  if (state.mark !== mark) look();
  mark = state.mark;
  if (isAlert) tell('Somebody may be in danger.');
  else if (isOffer) tell('Somebody asks for a person.');
  else if (areWords) tell('New words for you.');
}

function tell(words) {
  say(words);
  if (kept.get('desk-sound') === 'on') ring();
  if (kept.get('desk-notify') === 'on' && document.hidden && 'Notification' in window && Notification.permission === 'granted') {
    // Whoever sees the screen learns no name and no word.
    try { new Notification('MentorBot desk', { body: words, tag: 'desk' }); } catch (error) { /* phones allow it to service workers only */ }
  }
}

let timer = null;
function listen() {
  if (!desk().dataset.mark || !('EventSource' in window)) return;
  const source = new EventSource('/desk/events');
  source.addEventListener('state', event => hear(JSON.parse(event.data)));
  source.addEventListener('typing', event => showTyping(JSON.parse(event.data).talk));
  source.onopen = () => { clearInterval(timer); timer = null; if ($('live').textContent.startsWith('No connection')) say(''); };
  source.onerror = () => {
    if (source.readyState !== EventSource.CLOSED) return;
    // Refused: too many pages are open, or he is not signed in any more. The page itself tells which. Meanwhile it is looked at, and listened to again.
    setTimeout(listen, PollEach * 3);
    if (timer) return;
    timer = setInterval(look, PollEach);
    look();
  };
  addEventListener('pagehide', () => source.close());
}

let typingHides = null;
function showTyping(talk) {
  const typing = $('typing');
  if (!typing || String(talk) !== desk().dataset.talk) return;
  typing.hidden = false;
  clearTimeout(typingHides);
  typingHides = setTimeout(() => { typing.hidden = true; }, TypingShown);
}

// --- writing --------------------------------------------------------------

let saidTyping = 0;
document.addEventListener('input', event => {
  if (event.target.id !== 'text' || Date.now() - saidTyping < TypingEach) return;
  saidTyping = Date.now();
  const fields = new FormData();
  fields.append('__RequestVerificationToken', event.target.form.elements.__RequestVerificationToken.value);
  fetch(`${location.pathname}?handler=Typing`, { method: 'POST', body: fields, credentials: 'same-origin' }).catch(() => null);
});

document.addEventListener('submit', event => {
  const form = event.target;
  if (form.id !== 'reply') {
    // A second press of an impatient finger.
    if (form.dataset.sent && Date.now() - form.dataset.sent < OnlyOnce) event.preventDefault();
    form.dataset.sent = Date.now();
    return;
  }
  event.preventDefault();
  // Browsers before 2020 do not say which button it was; it has the focus.
  const button = event.submitter || (form.contains(document.activeElement) && document.activeElement.type === 'submit' ? document.activeElement : null);
  if (!isSending) send(form, button);
});

async function send(form, button) {
  isSending = true;
  const fields = new FormData(form);
  if (button && button.name) fields.append(button.name, button.value);
  const address = (button && button.getAttribute('formaction')) || `${location.pathname}?handler=Reply`;
  const before = $('text').value;
  try {
    const { answer, page } = await fetchPage(address, { method: 'POST', body: fields });
    if (!page.getElementById('desk')) throw new Error('no page of ours');
    if (!page.getElementById('reply')) {
      // Not his any more: the page says so, with what he wrote.
      document.querySelector('#desk').replaceWith(document.importNode(page.getElementById('desk'), true));
      return;
    }
    const typedOn = $('text').value !== before ? $('text').value : null;
    $('reply').replaceWith(document.importNode(page.getElementById('reply'), true));
    if (typedOn && answer.ok) $('text').value = typedOn.startsWith(before) ? typedOn.slice(before.length) : typedOn;
    showParts(page);
    showLines(page);
    toNewest();
    const asks = document.querySelector('#reply [name=contacts]');
    (asks || $('text')).focus();
  } catch (error) {
    // The same form again does no harm: it has a name of its own.
    $('problem').textContent = 'That was not sent. Please try again.';
    $('text').focus();
  } finally {
    isSending = false;
  }
}

// --- keys, sound, notifications -------------------------------------------

const areSingleKeysOn = () => kept.get('desk-keys') !== 'off';
// A box to tick takes no letters: the one in the list of keys keeps the focus for a moment after the list is closed.
const isWriting = target => (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !/^(checkbox|radio)$/.test(target.type)) || target.isContentEditable;

document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.tagName === 'TEXTAREA') {
    const button = event.target.form.querySelector('button');
    event.preventDefault();
    button.click();
    return;
  }
  if (!areSingleKeysOn() || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || document.querySelector('dialog[open]')) return;
  const deed = {
    '?': () => $('shortcuts') && $('shortcuts').showModal(),
    t: () => { const take = document.querySelector('[data-take]'); if (take) take.focus(), take.click(); },
    n: () => { const next = [...document.querySelectorAll('[data-next=yes]')][0]; if (next) next.click(); else if (location.pathname !== '/desk') location.assign('/desk'); },
    r: () => $('text') && $('text').focus(),
    g: () => location.assign('/desk'),
    '/': () => location.assign('/desk/search'),
  }[event.key];
  if (!deed) return;
  event.preventDefault();
  deed();
});

let audio = null;
function ring() {
  audio = audio || new (window.AudioContext || window.webkitAudioContext)();
  const [tone, loudness] = [audio.createOscillator(), audio.createGain()];
  tone.frequency.value = 660;
  loudness.gain.setValueAtTime(0.15, audio.currentTime);
  loudness.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.5);
  tone.connect(loudness);
  loudness.connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.5);
}

function press(button, name) {
  button.setAttribute('aria-pressed', String(kept.get(name) === 'on'));
  button.addEventListener('click', async () => {
    const isOn = kept.get(name) !== 'on';
    if (isOn && name === 'desk-notify' && (!('Notification' in window) || await Notification.requestPermission() !== 'granted')) {
      say('This browser does not allow notifications.');
      return;
    }
    kept.set(name, isOn ? 'on' : 'off');
    button.setAttribute('aria-pressed', String(isOn));
    if (isOn && name === 'desk-sound') ring();
  });
}

if ($('tools')) {
  $('tools').hidden = false;
  press($('sound'), 'desk-sound');
  press($('notify'), 'desk-notify');
  $('keys').addEventListener('click', () => $('shortcuts').showModal());
  $('single').checked = areSingleKeysOn();
  $('single').addEventListener('change', () => kept.set('desk-keys', $('single').checked ? 'on' : 'off'));
}

// Times that are told in words go on.
setInterval(() => {
  for (const time of document.querySelectorAll('[data-ago]')) {
    const minutes = Math.floor((Date.now() + ahead - new Date(time.dateTime)) / 60000);
    if (minutes >= 1 && minutes < 60) time.textContent = minutes === 1 ? '1 minute' : `${minutes} minutes`;
  }
}, 30000);

toNewest();
listen();
