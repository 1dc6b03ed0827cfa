// Puts the chat on another site's pages: <script src="https://bot.example.org/embed.js" defer></script>. A button, and behind it our page in a frame.
// The site's address has to be in MentorBot:WebChat:AllowedOrigins. It knows nothing of what is written: browsers keep the frame to themselves.
(() => {
  const home = new URL(document.currentScript.src).origin;
  const isWelsh = /^cy/i.test(document.documentElement.lang);
  const say = isWelsh
    ? { open: 'Sgwrsio â MentorBot', close: 'Cau\'r sgwrs', title: 'Sgwrs MentorBot' }
    : { open: 'Chat with MentorBot', close: 'Close the chat', title: 'MentorBot chat' };
  const elsewhere = 'https://www.bbc.co.uk/weather';

  function make(tag, style, attributes) {
    const element = Object.assign(document.createElement(tag), attributes);
    Object.assign(element.style, style);
    return element;
  }

  const host = make('div', {}, { lang: isWelsh ? 'cy' : 'en-GB' });
  const button = make('button', {
    position: 'fixed', insetInlineEnd: '1rem', bottom: '1rem', zIndex: '2147483001', minHeight: '3rem', padding: '.5rem 1.2rem', font: '600 1rem/1.3 system-ui, sans-serif',
    color: '#fff', background: '#14532d', border: '2px solid #fff', borderRadius: '1.5rem', boxShadow: '0 2px 12px rgba(0,0,0,.3)', cursor: 'pointer',
  }, { type: 'button', textContent: say.open });
  button.setAttribute('aria-expanded', 'false');
  host.append(button);
  let frame = null, isOpen = false;

  function toggle() {
    isOpen = !isOpen;
    if (!frame) host.append(frame = newFrame());
    frame.hidden = !isOpen;
    frame.style.display = isOpen ? 'block' : 'none';
    button.textContent = isOpen ? say.close : say.open;
    button.setAttribute('aria-expanded', String(isOpen));
  }

  // Made at the first click: who does not chat fetches nothing from us but this script.
  function newFrame() {
    return make('iframe', {
      position: 'fixed', insetInlineEnd: 'max(0px, min(1rem, 100vw - 27rem))', bottom: '5rem', zIndex: '2147483000', width: 'min(26rem, 100vw)', height: 'min(42rem, 100vh - 5.5rem)',
      border: '1px solid #55594f', borderRadius: '.7rem', background: '#f6f5f1', boxShadow: '0 4px 24px rgba(0,0,0,.35)',
    }, { title: say.title, allow: 'clipboard-write', src: home + '/?embed=' + encodeURIComponent(location.origin) + (isWelsh ? '&lang=cy' : '') });
  }

  let isLeaving = false;
  function leave() {
    if (isLeaving) return;
    isLeaving = true;
    document.documentElement.hidden = true;
    location.replace(elsewhere);
  }

  button.addEventListener('click', toggle);
  addEventListener('message', event => {
    if (frame && event.source === frame.contentWindow && event.origin === home && event.data === 'mentorbot-exit') {
      // A second way out would only hold up the first.
      frame.contentWindow.postMessage('mentorbot-leaving', home);
      leave();
    }
  });

  // Shift alone, three times, as in the chat: while it is open it works on the whole page. The frame is asked to forget the chat first.
  let presses = 0, last = 0, isAlone = false;
  document.addEventListener('keydown', event => {
    if (event.key === 'Shift' && !event.repeat) isAlone = true;
    else if (event.key !== 'Shift') { isAlone = false; presses = 0; }
  });
  document.addEventListener('keyup', event => {
    if (event.key !== 'Shift' || !isAlone || !isOpen) return;
    const now = Date.now();
    presses = now - last < 1000 ? presses + 1 : 1;
    last = now;
    if (presses !== 3) return;
    frame.contentWindow.postMessage('mentorbot-exit', home);
    setTimeout(leave, 50);
    document.documentElement.hidden = true;
  });

  document.body.append(host);
})();
