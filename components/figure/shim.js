// Streamlit sends a component's own script along with every message, so this one only fetches
// plot.js, which the browser keeps. Lines that hold a comment are left out of the message.
const folder = new URL(FOLDER, document.baseURI);
const waiting = new Set();
let attempt = 0, loading;
// A browser remembers a module that failed: another attempt needs another address.
const load = () => loading ??= import(`${folder}${attempt}/plot.js`).catch(error => {
  loading = undefined;
  attempt += 1;
  throw error;
});
const make = (tag, text, ...inside) => {
  const node = Object.assign(document.createElement(tag), { textContent: text });
  node.append(...inside);
  return node;
};
const row = (cells, tag) => make('tr', '', ...cells.map(cell => make(tag, cell)));
const lost = ({ title, table }) => {
  const button = make('button', 'Try again');
  button.onclick = () => waiting.forEach(start => start());
  const said = make('p', 'The part that draws charts could not be loaded; its figures follow. ', button);
  said.setAttribute('role', 'alert');
  const box = make('div', '', make('h2', title), said,
    make('table', '', row(table.columns, 'th'), ...table.rows.map(cells => row(cells, 'td'))));
  box.dataset.lost = '';
  return box;
};
export default async args => {
  const { parentElement: root, data } = args;
  let stop, gone = false;
  const start = async () => {
    let plot;
    waiting.delete(start);
    root.style.minHeight = `${data.height}px`;
    try { plot = await load(); } catch { waiting.add(start); }
    root.querySelector(':scope > [data-lost]')?.remove();
    root.style.minHeight = '';
    if (gone) waiting.delete(start);
    else if (plot) stop = plot.default(args);
    else root.append(lost(data));
  };
  await start();
  return () => { gone = true; waiting.delete(start); stop?.(); };
};
