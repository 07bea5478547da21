// The figure around a plot as real HTML: title, selection, legend, buttons, table, sources.
import { menu } from './menu.js';
import { HEIGHT, swatch, widthOf } from './swatch.js';

let made = 0;

function make(tag, name, ...inside) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...inside);
  return node;
}

function button(label, explained, press) {
  const node = make('button', '', label);
  node.type = 'button';
  node.title = explained;
  node.onclick = press;
  return node;
}

function legend([mark, label, colour]) {
  const item = make('li', '');
  item.innerHTML = `<svg width="${widthOf(mark)}" height="${HEIGHT}" aria-hidden="true">`
    + `${swatch(mark, colour)}</svg>`;
  item.append(label);
  return item;
}

function leader(row, facts, lead) {
  const node = button('Open', 'What stands behind this row', () => lead(facts));
  node.setAttribute('aria-label', `Evidence: ${row.filter(Boolean).slice(0, 3).join(', ')}`);
  node.disabled = facts.length === 0;
  return node;
}

const looksLikeNumber = text => /^[-−+~≈<>≥≤]?\s?[\d][\d.,\s]*%?$/.test(text);

// A table; where facts stand behind its rows, each begins with a button that leads to them.
function table({ columns, rows }, behind, lead) {
  const numeric = columns.map((_, i) => rows.length > 0
    && rows.every(row => row[i] === '' || looksLikeNumber(row[i])));
  const cell = (tag, text, i) => make(tag, numeric[i] ? 'number' : '', text);
  const head = make('tr', '', ...columns.map((text, i) => {
    const node = cell('th', text, i);
    node.scope = 'col';
    return node;
  }));
  const lines = rows.map(row => make('tr', '', ...row.map((text, i) => cell('td', text, i))));
  if (behind.length > 0) {
    const corner = make('th', '', 'Evidence');
    corner.scope = 'col';
    head.prepend(corner);
    lines.forEach((line, i) => line.prepend(make('td', '', leader(rows[i], behind[i], lead))));
  }
  return make('table', '', make('thead', '', head), make('tbody', '', ...lines));
}

function changed(node, text) {
  if (node.textContent !== text) node.textContent = text;
  node.hidden = !text;
}

// Builds the empty figure. `act` holds what the buttons do: png, csv, zoom(which), lead(facts), and
// `more`, the entries of the menu.
export function frame(act) {
  const id = `sinograph-figure-${made += 1}`;
  const title = make('h2', '');
  title.id = `${id}-title`;
  const selection = make('p', 'selection');
  const sheet = make('div', 'sheet');
  Object.assign(sheet, { id: `${id}-table`, hidden: true, tabIndex: 0 });
  sheet.setAttribute('role', 'region');
  sheet.setAttribute('aria-labelledby', title.id);

  const png = button('PNG', 'Save this chart as a picture for a slide', act.png);
  const csv = button('CSV', 'Save the figures of this chart as a table', act.csv);
  const toggle = button('Table', 'Show the figures of this chart as a table', () => open(sheet.hidden));
  toggle.setAttribute('aria-controls', sheet.id);
  const more = button('⋯', 'More formats', undefined);
  more.setAttribute('aria-label', more.title);
  const tools = make('div', 'tools', png, csv, toggle, more, menu(more, act.more));
  tools.setAttribute('role', 'group');

  const zoom = make('div', 'zoom',
    button('+', 'Zoom in', () => act.zoom('in')),
    button('−', 'Zoom out', () => act.zoom('out')),
    button('Reset', 'Show everything again', () => act.zoom('reset')));
  zoom.hidden = true;
  zoom.setAttribute('role', 'group');
  for (const node of zoom.children) node.setAttribute('aria-label', node.title);

  const plot = make('div', 'plot');
  plot.setAttribute('role', 'img');
  const stage = make('div', 'stage waiting', plot);

  const status = make('p', 'status');
  status.setAttribute('role', 'status');
  const keys = make('ul', 'keys');
  const note = make('p', 'note');
  const sources = make('p', 'sources');
  const foot = make('figcaption', '', note, sources);
  const header = make('header', '', make('div', 'words', title, selection), zoom, tools);
  const node = make('figure', 'sinograph-figure', header, keys, status, stage, sheet, foot);
  node.setAttribute('aria-labelledby', title.id);

  let shown, fading;
  function fillTable() {
    if (!shown || sheet.hidden) return;
    const rows = JSON.stringify([shown.table, shown.behind]);
    if (sheet.dataset.rows !== rows) {
      sheet.replaceChildren(table(shown.table, shown.behind, act.lead));
      sheet.dataset.rows = rows;
    }
  }
  function open(yes) {
    sheet.hidden = !yes;
    toggle.setAttribute('aria-expanded', String(yes));
    fillTable();
  }
  open(false);

  return {
    node, plot, stage, zoom, open,
    // Writes what `data` says; nodes whose text did not change are left alone.
    fill(data) {
      shown = data;
      changed(title, data.title);
      changed(selection, data.caption.selection);
      changed(note, data.note);
      changed(sources, `${data.caption.sources} · Sinograph · data ${data.caption.revision}`);
      if (keys.dataset.keys !== JSON.stringify(data.keys)) {
        keys.dataset.keys = JSON.stringify(data.keys);
        keys.replaceChildren(...data.keys.map(legend));
        keys.hidden = data.keys.length === 0;
      }
      plot.setAttribute('aria-label', data.alt);
      tools.setAttribute('aria-label', `Take away: ${data.title}`);
      zoom.setAttribute('aria-label', `Zoom: ${data.title}`);
      fillTable();
    },
    // Says that something went well, for a while, or that it failed, until it is tried again.
    say(text, retry) {
      clearTimeout(fading);
      status.replaceChildren(text);
      status.classList.toggle('failed', Boolean(retry));
      if (retry) status.append(' ', button('Try again', 'Try that again', retry));
      else fading = setTimeout(() => status.replaceChildren(), 6000);
    },
    // Not `disabled`, which would take the focus away from who pressed with the keyboard.
    busy(yes) {
      for (const node of [png, csv, more]) node.setAttribute('aria-disabled', String(yes));
    },
  };
}
