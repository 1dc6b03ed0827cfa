// Makes the simulator's page live: sends without a reload and shows new messages as they come. Without it the page works by forms.
const log = document.getElementById('log');
const list = document.getElementById('messages');
const form = document.getElementById('write');
const body = document.getElementById('body');
const problem = document.getElementById('problem');
const phone = form.elements.phone.value;

function line(className, text) {
  const p = document.createElement('p');
  p.className = className;
  p.textContent = text;
  return p;
}

function show(message) {
  const item = document.createElement('li');
  item.className = message.direction;
  item.id = message.id;
  const words = line('words', message.body);
  words.dir = 'auto';
  item.append(line('who', message.direction === 'in' ? 'You' : 'MentorBot'), words, line('cost', message.cost));
  list.append(item);
}

async function look() {
  const answer = await fetch(`/try?handler=Screen&phone=${phone}`);
  if (!answer.ok) return;
  const screen = await answer.json();
  document.getElementById('time').textContent = screen.time;
  document.getElementById('total').textContent = screen.total;
  const fresh = screen.messages.filter(message => !document.getElementById(message.id));
  fresh.forEach(show);
  if (fresh.length) log.scrollTop = log.scrollHeight;
}

// The server's own words, from the page it would have shown.
async function whatIsWrong(answer) {
  if (!answer) return 'That was not sent. Is MentorBot running?';
  if (answer.type === 'opaqueredirect') return '';
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.getElementById('problem')?.textContent || 'That was not sent. Please load this page again.';
}

async function send(event) {
  event.preventDefault();
  const fields = new FormData(form);
  body.value = '';
  body.focus();
  const answer = await fetch('/try?handler=Text', { method: 'POST', body: fields, redirect: 'manual' }).catch(() => null);
  problem.textContent = await whatIsWrong(answer);
  body.setAttribute('aria-invalid', String(problem.textContent !== ''));
  if (problem.textContent && !body.value) body.value = fields.get('body');
  await look().catch(() => {});
}

form.addEventListener('submit', send);
body.addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});
document.getElementById('refresh').hidden = true;
log.scrollTop = log.scrollHeight;
setInterval(() => { if (!document.hidden) look().catch(() => {}); }, 1000);
