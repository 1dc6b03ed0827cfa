// Makes the chat live: sends without a reload, shows what comes as it comes, and leaves at once. Without it the page works by forms.
// It speaks Direct Line 3.0, and stays within what browsers of 2018 can do (ES2017): old phones run it.
const find = id => document.getElementById(id);
const page = find('main'), list = find('messages'), form = find('write'), box = find('text'), choices = find('choices');
const say = JSON.parse(page.dataset.words);
const embedding = new URLSearchParams(location.search).get('embed');
const kept = 'chat';
const language = document.documentElement.lang.slice(0, 2);
const elsewhere = page.dataset.elsewhere;
const longest = 20000;
const base = '/v3/directline/conversations/';
const unsent = [], resting = new Set();
let chat = null, watermark = page.dataset.chat ? page.dataset.watermark : '', ticket = null;
let isSending = false, isListening = false, socket = null, retry = 0, typingEnds = 0, left = false, wasExited = false, newest = find('latest').parentNode, question = '';

// A private window, or a browser that keeps nothing for frames, may refuse: then the chat lasts as long as the page.
const keep = {
  read() { try { return sessionStorage.getItem(kept); } catch (e) { return null; } },
  write(value) { try { sessionStorage.setItem(kept, value); } catch (e) { /* as above */ } },
  clear() { try { sessionStorage.removeItem(kept); } catch (e) { /* as above */ } },
};

const rest = time => new Promise(resolve => {
  const end = () => { resting.delete(end); resolve(); };
  resting.add(end);
  setTimeout(end, time);
});

const wake = () => resting.forEach(end => end());

function fail(answer) {
  const error = new Error('HTTP ' + answer.status);
  error.status = answer.status;
  return error;
}

// On a bad line a request may hang for ever: after this long it counts as lost, and is asked again. AbortController is of 2018 too; where there is none, the browser decides.
async function ask(address, options) {
  const giveUp = typeof AbortController === 'function' ? new AbortController() : null;
  const timer = giveUp && setTimeout(() => giveUp.abort(), longest);
  try {
    const answer = await fetch(address, Object.assign(giveUp ? { signal: giveUp.signal } : {}, options));
    if (!answer.ok) throw fail(answer);
    // The body too: headers may come and the rest never.
    return await answer.json();
  } finally {
    clearTimeout(timer);
  }
}

// --- The chat: begun by the first words, or gone on with ---

async function enter(onlyIfKnown) {
  const parameters = new URLSearchParams(location.search);
  parameters.set('watermark', watermark);
  if (onlyIfKnown) parameters.set('resume', '1');
  chat = await ask('/chat?' + parameters, { method: 'POST', headers: ticket ? { 'X-Chat': ticket } : {} });
  if (chat.ticket) { ticket = chat.ticket; keep.write(ticket); }
  showPlace();
}

function showPlace() {
  find('code').textContent = chat.code;
  find('back').hidden = false;
  find('anew').hidden = false;
  find('speak').hidden = false;
  find('other').hidden = true;
}

function call(path, options) {
  const request = Object.assign({ headers: {} }, options);
  request.headers.Authorization = 'Bearer ' + chat.token;
  return ask(base + chat.conversationId + path, request);
}

// A token lasts half an hour: whoever comes back later gets a new one by the cookie.
async function callAgain(path, options) {
  try {
    return await call(path, options);
  } catch (error) {
    if (error.status !== 401 && error.status !== 403) throw error;
    await enter(true);
    return call(path, options);
  }
}

// --- Sending ---

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

function send(text) {
  if (page.dataset.exit.split(' ').includes(text.replace(/[.!\s]+/g, '').toUpperCase())) { leave(); return; }
  problem('');
  choices.hidden = true;
  const id = newId();
  newest = show({ text, isHers: true, name: id });
  unsent.push({ id, text, item: newest });
  toNewest();
  pump();
}

// In their order, one after the other. What could not be sent is tried again when the line is back, and every now and then.
async function pump() {
  if (isSending || left) return;
  isSending = true;
  while (unsent.length > 0 && await deliver(unsent[0])) unsent.shift();
  isSending = false;
  clearTimeout(retry);
  if (unsent.length > 0) retry = setTimeout(pump, 10000 + Math.random() * 5000);
}

// What is wrong with the message itself will not be better the next time.
const isFinal = status => status >= 400 && status < 500 && ![401, 403, 404, 408, 425, 429].includes(status);

// The same id each time: sent twice, it is one message. True if the next one may go.
async function deliver(message) {
  const slow = setTimeout(() => { if (!message.item.classList.contains('unsent')) state(message.item, say.sending); }, 1000);
  for (const wait of [500, 2000, 5000, 0]) {
    try {
      if (!chat) await enter(false);
      await callAgain('/activities', {
        method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          type: 'message', text: message.text, textFormat: 'plain', locale: language, from: { id: 'dl_mentee' },
          channelData: { clientActivityID: message.id, welcomeShown: language },
        }),
      });
      clearTimeout(slow);
      // Whoever tried again, she or a later message: it is sent now.
      message.item.classList.remove('unsent');
      state(message.item, say.sent);
      listen();
      return true;
    } catch (error) {
      if (isFinal(error.status)) { clearTimeout(slow); message.item.classList.add('unsent'); state(message.item, say.refused); return true; }
      // Forgotten by us meanwhile: her words begin a new chat.
      if (error.status === 404) { chat = null; watermark = ''; }
      if (wait && error.status !== 429) await rest(wait); else break;
    }
  }
  clearTimeout(slow);
  offerAgain();
  return false;
}

function offerAgain() {
  for (const message of unsent) {
    // What is said already is not read out again.
    if (message.item.classList.contains('unsent')) continue;
    message.item.classList.add('unsent');
    const line = state(message.item, say.unsent);
    const again = document.createElement('button');
    again.type = 'button';
    again.className = 'quiet';
    again.textContent = say.again;
    again.addEventListener('click', tryAgain);
    line.append(' ', again);
  }
}

function tryAgain() {
  if (isSending) return;
  for (const message of unsent) {
    message.item.classList.remove('unsent');
    state(message.item, say.sending);
  }
  pump();
}

// --- Receiving ---

// One loop for as long as the page is open. While she is in no chat it finds nothing, and waits.
async function listen() {
  if (isListening) return;
  isListening = true;
  let failures = 0;
  while (!left) {
    const began = Date.now();
    const worked = chat ? await watch(chat.streamUrl) : false;
    failures = worked ? 0 : failures + 1;
    if (left) return;
    // Where sockets get nowhere, questions do.
    if (failures > 1) await poll(30000);
    else if (!worked || Date.now() - began < 5000) await rest(500 + Math.random() * 1500);
    while (!left && !await reconnect()) await rest(2000 + Math.random() * 3000);
  }
}

function watch(address) {
  return new Promise(resolve => {
    let worked = false;
    try {
      socket = new WebSocket(address);
    } catch (e) {
      resolve(false);
      return;
    }
    // An empty frame asks whether we are still here.
    socket.onmessage = event => { worked = true; if (event.data) receive(JSON.parse(event.data)); else event.target.send(''); };
    socket.onopen = () => { worked = true; pump(); };
    socket.onclose = event => { socket = null; wasExited = wasExited || event.code === 4001; resolve(worked); };
  });
}

async function poll(time) {
  for (const end = Date.now() + time; Date.now() < end && !left;) {
    try {
      receive(await callAgain('/activities?watermark=' + encodeURIComponent(watermark)));
    } catch (e) {
      // The next question may pass.
    }
    await rest(document.hidden ? 10000 : 2000);
  }
}

async function reconnect() {
  try {
    // Left, in another tab or on another device: the cookie knows whether it was in this browser.
    if (wasExited) { await enter(true); wasExited = false; return true; }
    Object.assign(chat, await callAgain('?watermark=' + encodeURIComponent(watermark)));
    return true;
  } catch (error) {
    if (wasExited && error.status === 404) leave();
    return false;
  }
}

function receive(set) {
  const wasAtEnd = isAtEnd();
  let isNew = false;
  for (const activity of set.activities || []) isNew = take(activity) || isNew;
  if (set.watermark) watermark = set.watermark;
  if (isNew && wasAtEnd) toNewest();
}

function take(activity) {
  const isHers = activity.from && activity.from.role === 'user';
  if (activity.type === 'typing' && !isHers) return writing();
  if (activity.type !== 'message' || !activity.text) return false;
  const name = activity.id.split('|').pop();
  const sent = isHers && activity.channelData && find('m-' + activity.channelData.clientActivityID);
  if (sent) { sent.id = 'm-' + name; return false; }
  if (find('m-' + name)) return false;
  const item = show({ text: activity.text, isHers, name, locale: activity.locale });
  // What is said at once is one answer; she reads it from its beginning.
  if (isHers || !activity.replyToId || activity.replyToId !== question) newest = item;
  question = activity.replyToId;
  if (isHers) { choices.hidden = true; return true; }
  find('typing').hidden = true;
  offer(activity.suggestedActions ? activity.suggestedActions.actions : []);
  const alias = activity.recipient && activity.recipient.name;
  if (alias && page.dataset.alias) find('alias').textContent = page.dataset.alias.replace('{alias}', alias);
  return true;
}

// --- What is seen ---

function line(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

// Only ever added to: what a screen reader has read stays as it is.
function show(message) {
  const item = document.createElement('li');
  item.className = message.isHers ? 'yours' : 'theirs';
  item.id = 'm-' + message.name;
  const words = line('p', 'words', message.text);
  words.dir = 'auto';
  if (message.locale) words.lang = message.locale;
  item.append(line('p', 'who', message.isHers ? say.you : say.bot), words);
  list.append(item);
  return item;
}

function state(item, text) {
  const wasAtEnd = isAtEnd();
  let element = item.querySelector('.state');
  if (!element) item.append(element = line('p', 'state', ''));
  // Its button goes; the box is where she goes on.
  if (element.contains(document.activeElement)) box.focus();
  element.textContent = text;
  if (wasAtEnd) toNewest(false);
  return element;
}

function offer(actions) {
  const hadFocus = choices.contains(document.activeElement);
  Array.from(choices.querySelectorAll('button')).forEach(button => button.remove());
  for (const action of actions) {
    const button = line('button', '', action.title);
    button.name = 'text';
    button.value = action.title;
    choices.append(button);
  }
  choices.hidden = actions.length === 0;
  if (hadFocus) box.focus();
}

function writing() {
  find('typing').hidden = false;
  typingEnds = Date.now() + 5000;
  setTimeout(() => { if (Date.now() >= typingEnds) find('typing').hidden = true; }, 5100);
  return false;
}

function problem(text) {
  find('problem').textContent = text;
  if (text) box.setAttribute('aria-invalid', 'true'); else box.removeAttribute('aria-invalid');
}

// Where screens are low the form does not stand on what is read.
const bottom = () => innerHeight - (getComputedStyle(form).position === 'static' ? 0 : form.offsetHeight);
const isAtEnd = () => find('end').getBoundingClientRect().bottom <= bottom() + 80;

// As far down as there is something new, but the beginning of the newest answer stays in sight.
function toNewest(mayGoUp = true) {
  const above = newest.getBoundingClientRect().top - (parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 80);
  const below = find('end').getBoundingClientRect().bottom - bottom();
  scrollBy(0, above < 0 && mayGoUp ? above : Math.max(0, Math.min(above, below)));
}

// --- The way out ---

const others = typeof BroadcastChannel === 'function' ? new BroadcastChannel('exit') : null;

function leave() {
  if (left) return;
  left = true;
  document.documentElement.hidden = true;
  document.title = '\u200b';
  keep.clear();
  if (socket) socket.close();
  try {
    // Should we not be reached, the mark is honoured the next time that anybody comes by this browser.
    document.cookie = page.dataset.mark;
    if (others) others.postMessage('left');
    const forget = () => fetch('/exit' + location.search, { method: 'POST', keepalive: true, redirect: 'manual', headers: ticket ? { 'X-Chat': ticket } : {} });
    forget().catch(forget).catch(() => {});
  } catch (e) {
    // Whatever happens here, she leaves.
  }
  if (window.top === window) { location.replace(elsewhere); return; }
  // The page around us leaves. Should it not hear, the browser lets us send it away, for she has just pressed something.
  if (embedding) parent.postMessage('mentorbot-exit', embedding);
  const unheard = setTimeout(() => window.top.location.replace(elsewhere), 500);
  addEventListener('message', event => { if (event.source === parent && event.data === 'mentorbot-leaving') clearTimeout(unheard); });
}

// Shift alone, three times, each within two seconds of the one before: hands may be slow. Held for a capital letter, or with a click, it does not count; nor does Escape, which people press for other reasons.
let presses = 0, last = 0, isAlone = false;
document.addEventListener('keydown', event => {
  if (event.key === 'Shift' && !event.repeat) isAlone = true;
  else if (event.key !== 'Shift') { isAlone = false; presses = 0; }
});
document.addEventListener('pointerdown', () => { isAlone = false; presses = 0; });
document.addEventListener('keyup', event => {
  if (event.key !== 'Shift' || !isAlone) return;
  const now = Date.now();
  presses = now - last < 2000 ? presses + 1 : 1;
  last = now;
  if (presses === 3) leave();
});

if (others) others.onmessage = leave;
find('exit').addEventListener('submit', event => { event.preventDefault(); leave(); });
addEventListener('pageshow', event => { if (event.persisted) location.reload(); });

// The page around us was asked to leave, and asks us to forget.
addEventListener('message', event => { if (embedding && event.source === parent && event.origin === embedding && event.data === 'mentorbot-exit') leave(); });

// --- What she does ---

form.addEventListener('submit', event => {
  event.preventDefault();
  const text = box.value.trim();
  if (!text) { problem(say.empty); return; }
  box.value = '';
  box.focus();
  send(text);
});

box.addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.querySelector('button').click();
  }
});

choices.addEventListener('click', event => {
  const button = event.target.closest('button');
  if (!button) return;
  event.preventDefault();
  box.focus({ preventScroll: true });
  send(button.value);
});

find('copy').addEventListener('click', async () => {
  await navigator.clipboard.writeText(find('code').textContent);
  find('copied').textContent = say.copied;
});

find('afresh').addEventListener('submit', () => keep.clear());
addEventListener('offline', () => { find('line').textContent = say.offline; });
addEventListener('online', () => { find('line').textContent = ''; wake(); tryAgain(); });
document.addEventListener('visibilitychange', () => { if (!document.hidden) wake(); });

async function begin() {
  ticket = embedding ? keep.read() : null;
  find('refresh').hidden = true;
  find('keys').hidden = false;
  find('copy').hidden = !navigator.clipboard;
  // A browser that goes back to where she was would count in lines that a reload leaves out.
  history.scrollRestoration = 'manual';
  if (page.dataset.chat && !find('have').open) toNewest();
  if (!page.dataset.chat && !ticket) return;
  try {
    await enter(true);
  } catch (error) {
    if (error.status === 404) { keep.clear(); ticket = null; if (page.dataset.chat) problem(say.emptied); return; }
    chat = null;
    await rest(3000);
    begin();
    return;
  }
  listen();
}
begin();
