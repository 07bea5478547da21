// Facts told in words, each with a button that leads to what stands behind it. Streamlit calls the
// default export anew, with the same parent element, when the data changed.
const written = new WeakMap();

function make(tag, name, ...inside) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...inside);
  return node;
}

function item({ figure, title, text, aside, depth, heading, facts }, lead) {
  const parts = { figure, title, text, aside };
  const words = make('p', 'words');
  for (const [name, said] of Object.entries(parts)) {
    if (said) words.append(make('span', name, said), ' ');
  }
  const button = make('button', '', 'Evidence');
  button.type = 'button';
  button.setAttribute('aria-label', `Evidence: ${title || text}`);
  button.onclick = () => lead(facts);
  const node = make('li', '', words, button);
  if (heading) node.prepend(make('h3', '', heading));
  node.style.setProperty('--depth', depth);
  return node;
}

export default function ({ data, parentElement: root, setTriggerValue }) {
  const said = JSON.stringify(data);
  if (written.get(root) === said) return;
  written.set(root, said);
  const list = make('ul', data.look, ...data.entries.map(
    entry => item(entry, facts => setTriggerValue('clicked', facts))));
  root.querySelector('ul')?.remove();
  root.append(list);
}
