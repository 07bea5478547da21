// An article with its passages marked, or the list of them. Streamlit calls the default export
// anew, with the same parent element, when the data changed.
const views = new WeakMap();
const SAID = { open: 'to decide', accepted: 'accepted', rejected: 'rejected', undrafted: 'to look at' };
const SIGNS = { open: '', accepted: '✓', rejected: '✕', undrafted: '' };

function make(tag, name, ...inside) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...inside);
  return node;
}

function button(mark, chosen, send, ...inside) {
  const node = make('button', mark.state, ...inside);
  node.type = 'button';
  node.dataset.key = mark.key;
  if (mark.colour) node.style.setProperty('--hue', mark.colour);
  if (mark.key === chosen) node.setAttribute('aria-current', 'true');
  node.onclick = event => {
    event.stopPropagation();
    send(mark.key);
  };
  return node;
}

function badge(mark, chosen, send) {
  const words = make('span', 'label', mark.label);
  const node = button(mark, chosen, send, `${mark.sign}${SIGNS[mark.state]} `, words);
  node.setAttribute('aria-label', `${mark.sign} ${mark.label}, ${SAID[mark.state]}`);
  return node;
}

// A click on words that several drafts were read from goes round among them.
function piece({ text, keys, begins }, marks, chosen, send) {
  const badges = begins.map(key => badge(marks.get(key), chosen, send));
  if (!keys.length) return [...badges, text];
  const standing = keys.find(key => marks.get(key).state !== 'rejected') ?? keys[0];
  const top = keys.includes(chosen) ? chosen : standing;
  const node = make('mark', marks.get(top).state, text);
  if (keys.includes(chosen)) node.classList.add('chosen');
  if (marks.get(top).colour) node.style.setProperty('--hue', marks.get(top).colour);
  node.onclick = () => send(keys[(keys.indexOf(chosen) + 1) % keys.length]);
  return [...badges, node];
}

function article({ paragraphs, chosen }, marks, send) {
  const lines = paragraphs.map((pieces, number) => {
    const inside = pieces.flatMap(one => piece(one, marks, chosen, send));
    const count = make('span', 'number', String(number + 1));
    count.setAttribute('aria-hidden', 'true');
    return make('p', '', count, ...inside);
  });
  const node = make('div', 'article', ...lines);
  node.tabIndex = 0;
  node.setAttribute('role', 'region');
  node.setAttribute('aria-label', 'Article');
  return node;
}

function card(mark, chosen, send) {
  const head = make('span', 'head', make('b', '', `${mark.sign} ${mark.label}`));
  for (const said of [mark.figure, mark.partner]) if (said) head.append(` · ${said}`);
  const state = make('span', 'state', `${SIGNS[mark.state]} ${SAID[mark.state]}`);
  const top = make('span', 'top', head, state);
  return make('li', '', button(mark, chosen, send, top, make('span', 'text', mark.text)));
}

function list({ marks, chosen }, send) {
  const node = make('ol', 'cards', ...marks.map(mark => card(mark, chosen, send)));
  node.tabIndex = 0;
  node.setAttribute('aria-label', 'Drafts');
  return node;
}

function show(view, chosen) {
  const node = view.querySelector('mark.chosen') ?? view.querySelector('[aria-current]');
  if (!chosen || !node) return;
  const [outer, inner] = [view.getBoundingClientRect(), node.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) {
    view.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 3;
  }
}

// A page keeps its place when what is on it changes: whoever opens a review would land in its
// middle, and on a phone what was chosen stands far below.
function follow(view, first) {
  const draft = document.getElementById('draft');
  const [text, own] = [view.getBoundingClientRect(), draft?.getBoundingClientRect()];
  if (first) document.querySelector('h1')?.scrollIntoView({ block: 'end' });
  else if (own && (own.top < 0 || own.top > window.innerHeight - 120)) {
    (text.right < own.left ? view : draft).scrollIntoView();
  }
}

export default function ({ data, parentElement: root, setTriggerValue }) {
  const known = views.get(root) ?? {};
  views.set(root, known);
  known.send = setTriggerValue;
  const said = JSON.stringify(data);
  if (known.said === said) return;
  const [moved, focused] = [known.chosen !== data.chosen, root.querySelector(':focus')];
  Object.assign(known, { said, chosen: data.chosen });
  const send = key => known.send('clicked', key);
  const marks = new Map(data.marks.map(mark => [mark.key, mark]));
  const view = data.look === 'article' ? article(data, marks, send) : list(data, send);
  const [old, at] = [root.querySelector('.article, .cards'), focused?.dataset.key];
  const top = old?.scrollTop ?? 0;
  old?.remove();
  root.append(view);
  view.scrollTop = top;
  // Whoever decided by a key goes on with a key: the button that had the focus is gone.
  const lost = moved && old && data.look === 'cards' && !document.activeElement?.closest('button, input, textarea');
  const key = at ?? (lost ? data.chosen : undefined);
  if (key) view.querySelector(`button[data-key="${key}"]`)?.focus({ preventScroll: true });
  if (moved) show(view, data.chosen);
  if (moved && data.look === 'article') requestAnimationFrame(() => follow(view, !old));
}
