// A button that opens a menu (https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/).
let made = 0;

function item([label, detail, press]) {
  const node = document.createElement('button');
  node.type = 'button';
  node.tabIndex = -1;
  node.setAttribute('role', 'menuitem');
  const aside = document.createElement('span');
  aside.textContent = detail;
  // The blank keeps the two apart in the name that a screen reader says.
  node.append(label, ' ', aside);
  return { node, press };
}

// `entries` are label, detail and what a press does; returns the toggle and the list to place.
export function menu(toggle, entries) {
  const items = entries.map(item);
  const nodes = items.map(({ node }) => node);
  const list = document.createElement('div');
  Object.assign(list, { className: 'menu', id: `sinograph-menu-${made += 1}`, hidden: true });
  list.setAttribute('role', 'menu');
  list.setAttribute('aria-label', toggle.getAttribute('aria-label'));
  list.append(...nodes);
  toggle.setAttribute('aria-haspopup', 'menu');
  toggle.setAttribute('aria-controls', list.id);

  const outside = event => {
    if (!list.contains(event.target) && !toggle.contains(event.target)) close();
  };
  function close() {
    list.hidden = true;
    toggle.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside);
  }
  function open(which) {
    list.hidden = false;
    toggle.setAttribute('aria-expanded', 'true');
    document.addEventListener('pointerdown', outside);
    nodes.at(which).focus();
  }
  function leave() {
    close();
    toggle.focus();
  }

  toggle.onclick = () => list.hidden ? open(0) : leave();
  toggle.onkeydown = event => {
    const which = { ArrowDown: 0, ArrowUp: -1 }[event.key];
    if (which === undefined) return;
    event.preventDefault();
    open(which);
  };
  list.onkeydown = event => {
    const at = nodes.indexOf(document.activeElement);
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    if (event.key in steps) nodes.at(steps[event.key] % nodes.length).focus();
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    // Streamlit must not take the key for one of its own shortcuts.
    event.stopPropagation();
  };
  list.addEventListener('focusout', ({ relatedTarget: next }) => {
    if (next && next !== toggle && !list.contains(next)) close();
  });
  for (const { node, press } of items) {
    node.onclick = () => {
      leave();
      press();
    };
  }
  close();
  return list;
}
