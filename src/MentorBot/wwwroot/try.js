// Makes the simulator's page live: sends without a reload and shows new messages as they come. Without it the page works by forms.
const phone = document.querySelector('#write input[name=phone]').value;
const press = document.getElementById('press');

function line(className, text) {
  const p = document.createElement('p');
  p.className = className;
  p.textContent = text;
  return p;
}

function show(list, message) {
  const item = document.createElement('li');
  item.className = message.direction;
  item.id = message.id;
  const words = line('words', message.body);
  words.dir = 'auto';
  item.append(line('who', message.direction === 'in' ? 'You' : 'MentorBot'), words, line('cost', message.cost));
  list.append(item);
}

function showFresh(log, messages) {
  const fresh = messages.filter(message => !document.getElementById(message.id));
  fresh.forEach(message => show(log.querySelector('ol'), message));
  if (fresh.length) log.scrollTop = log.scrollHeight;
}

function showButtons(labels) {
  const shown = [...press.querySelectorAll('button')].map(button => button.value);
  if (labels.join('\n') === shown.join('\n')) return;
  press.querySelectorAll('button').forEach(button => button.remove());
  labels.forEach(label => {
    const button = document.createElement('button');
    button.name = 'label';
    button.value = button.textContent = label;
    press.append(button);
  });
}

async function look() {
  const answer = await fetch(`/try?handler=Screen&phone=${phone}`);
  if (!answer.ok) return;
  const screen = await answer.json();
  document.getElementById('time').textContent = screen.time;
  document.getElementById('total').textContent = screen.total;
  showFresh(document.getElementById('log'), screen.messages);
  showFresh(document.getElementById('chat'), screen.chat);
  showButtons(screen.buttons);
}

// The server's own words, from the page it would have shown.
async function whatIsWrong(answer, problem) {
  if (!answer) return 'That was not sent. Is MentorBot running?';
  if (answer.type === 'opaqueredirect') return '';
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.getElementById(problem.id)?.textContent || 'That was not sent. Please load this page again.';
}

const post = (url, fields) => fetch(url, { method: 'POST', body: fields, redirect: 'manual' }).catch(() => null);

function sendFrom(form) {
  const box = form.querySelector('textarea');
  const problem = form.querySelector('.problem');
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const fields = new FormData(form);
    box.value = '';
    box.focus();
    problem.textContent = await whatIsWrong(await post(form.action, fields), problem);
    box.setAttribute('aria-invalid', String(problem.textContent !== ''));
    if (problem.textContent && !box.value) box.value = fields.get(box.name);
    await look().catch(() => {});
  });
  box.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
}

sendFrom(document.getElementById('write'));
sendFrom(document.getElementById('chat-write'));
press.addEventListener('submit', async event => {
  event.preventDefault();
  const fields = new FormData(press);
  fields.set('label', event.submitter.value);
  // The button goes with its message's answer; whoever pressed it goes on writing.
  document.getElementById('text').focus();
  await post(press.action, fields);
  await look().catch(() => {});
});
document.getElementById('refresh').hidden = true;
document.querySelectorAll('[role=log]').forEach(log => { log.scrollTop = log.scrollHeight; });
setInterval(() => { if (!document.hidden) look().catch(() => {}); }, 1000);
