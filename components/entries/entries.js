// Facts told in words, each with a button that leads to what stands behind it. Streamlit calls the
// default export anew, with the same parent element, when the data changed.
const lists = new WeakMap();

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
  const list = lists.get(root) ?? {};
  lists.set(root, list);
  list.send = setTriggerValue;
  const said = JSON.stringify(data);
  if (list.said === said) return;
  list.said = said;
  const items = data.entries.map(entry => item(entry, facts => list.send('clicked', facts)));
  root.querySelector('ul')?.remove();
  root.append(make('ul', data.look, ...items));
}
