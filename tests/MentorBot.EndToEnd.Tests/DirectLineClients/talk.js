// Holds the first conversation with Microsoft's Direct Line client, unmodified, and prints what happens: one JSON object a line.
//   node talk.js http://127.0.0.1:5080/v3/directline socket|polling TOKEN WORDS...
'use strict';
globalThis.XMLHttpRequest = require('xhr2');
globalThis.WebSocket = require('ws');
const { DirectLine } = require('botframework-directlinejs');

const [domain, way, token, ...words] = process.argv.slice(2);
const patience = 30_000;
const client = new DirectLine({ domain, token, webSocket: way === 'socket', pollingInterval: 200 });

const tell = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
const fail = (why) => { tell({ failed: why }); process.exit(1); };
const heard = [];
let wake = () => {};

client.connectionStatus$.subscribe((status) => tell({ status }));
client.activity$.subscribe(
  (activity) => {
    tell({ activity });
    heard.push(activity);
    wake();
  },
  (error) => fail(String(error)));

async function until(isIt, of) {
  const limit = setTimeout(() => fail(`nothing came: ${of}`), patience);
  while (!heard.some(isIt)) await new Promise((resolve) => { wake = resolve; });
  clearTimeout(limit);
}

const post = (activity) => new Promise((resolve, reject) => client.postActivity(activity).subscribe(resolve, reject));

(async () => {
  for (const [i, text] of words.entries()) {
    const clientActivityID = `said-${i}`;
    const id = await post({ type: 'message', text, from: { id: 'dl_joan', name: 'Joan' }, channelData: { clientActivityID } });
    tell({ posted: id });
    await until((a) => a.channelData?.clientActivityID === clientActivityID && a.id === id, `the echo of "${text}"`);
    await until((a) => a.replyToId === id, `the answer to "${text}"`);
  }
  client.end();
  process.exit(0);
})().catch((error) => fail(String(error)));
