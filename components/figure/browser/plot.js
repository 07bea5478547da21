// A chart that is redrawn in place: one Plotly.react per change, the node is never replaced, so
// the reader's zoom stays. Streamlit calls the default export anew, with the same parent element,
// when the data or the theme changed.
import { bundleFile } from './bundle.js';
import { drawingFile, pictureFile, save, tableFile } from './files.js';
import { frame } from './frame.js';
import { FOLDER, isMap, ready } from './load.js';
import { TEMPLATES } from './look.js';
import { merged } from './merge.js';

const NARROW = 600;
const CONFIG = {
  // The mode bar is there, unseen: our own zoom buttons press its buttons, because only those
  // zoom in a way that plotly keeps when the figure changes.
  displayModeBar: true,
  displaylogo: false,
  modeBarButtonsToRemove: ['toImage', 'select2d', 'lasso2d'],
  scrollZoom: false,
  showTips: false,
  // Shapes that are not ours (another scope or resolution) must not be asked of a stranger.
  topojsonURL: FOLDER,
};
const ZOOM = {
  in: '[data-attr=zoom][data-val=in]',
  out: '[data-attr=zoom][data-val=out]',
  reset: '[data-attr=zoom][data-val=reset], [data-attr=reset]',
};

const alive = new WeakMap();
const onPage = new Set();
const failed = new Set();
const styled = style();

// The style sheets of all figures, once per page; a figure without them can still be read.
function style() {
  return Promise.all(['figure.css', 'tools.css'].map(name => new Promise(done => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = `${FOLDER}${name}`;
    link.onload = link.onerror = done;
    document.head.append(link);
  })));
}

// Streamlit's theme as the reader sees it: "light" or "dark", by the background's luminance.
function mode(root) {
  const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  probe.fillStyle = getComputedStyle(root).getPropertyValue('--st-background-color').trim() || '#fff';
  probe.fillRect(0, 0, 1, 1);
  const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data;
  return .2126 * red + .7152 * green + .0722 * blue < 128 ? 'dark' : 'light';
}

class Plot {
  constructor(root) {
    this.root = root;
    this.calls = 0;
    this.frame = frame({
      png: () => this.take('PNG', pictureFile),
      csv: () => this.take('CSV', tableFile),
      more: [
        ['Picture for a report column', 'PNG', () => this.take('PNG', data => pictureFile(data, 'column'))],
        ['Square picture', 'PNG', () => this.take('PNG', data => pictureFile(data, 'square'))],
        ['Drawing for any size', 'SVG', () => this.take('SVG', drawingFile)],
        ['All charts of this page', 'ZIP', () => this.take('ZIP', () => this.bundle())],
      ],
      lead: facts => this.send('clicked', facts),
      zoom: which => this.frame.plot.querySelector(ZOOM[which])?.click(),
    });
    root.append(this.frame.node);
    onPage.add(this);
    this.watch = new ResizeObserver(() => this.draw());
    this.watch.observe(this.frame.node);
  }

  show(data, send) {
    if (this.data?.spec !== data.spec) this.figure = JSON.parse(data.spec);
    this.data = data;
    this.send = send;
    this.mode = mode(this.root);
    this.frame.node.dataset.mode = this.mode;
    this.frame.fill(data);
    this.draw();
  }

  // The size at hand, and a name of the picture that tells whether it is on the screen already.
  wanted() {
    const { node, stage } = this.frame;
    const width = Math.floor(node.clientWidth);
    const narrow = width < NARROW ? this.figure.layout.meta?.narrow : undefined;
    const height = narrow?.height ?? this.data.height;
    stage.style.height = `${height}px`;
    return { width, height, narrow, name: [this.mode, width, height, this.data.spec].join('|') };
  }

  // Draws what is wanted now, and again as long as that changed while plotly was at work.
  async draw() {
    if (!this.data || this.drawing) return;
    this.drawing = true;
    try {
      let wanted = this.wanted();
      while (!this.gone && wanted.width > 0 && wanted.name !== this.drawn) {
        const Plotly = await ready(this.figure);
        await styled;
        wanted = this.wanted();
        if (!this.gone && wanted.width > 0) await this.react(Plotly, wanted);
        wanted = this.wanted();
      }
    } catch (error) {
      if (!this.gone) this.fail(error);
    } finally {
      this.drawing = false;
      if (this.gone) this.purge();
    }
  }

  async react(Plotly, { width, height, narrow, name }) {
    // Parsed anew, because plotly writes ranges and zooms into what it is given.
    const { data, layout } = JSON.parse(this.data.spec);
    // A finger that meets a chart wants to scroll the page; it can zoom with the buttons.
    const drag = matchMedia('(pointer: coarse)').matches ? { dragmode: false } : {};
    const fixed = { ...drag, template: TEMPLATES[this.mode], width, height, autosize: false };
    const fitted = { uirevision: 'kept', ...merged(layout, narrow), ...fixed };
    // What the pointer read belongs to what was drawn before.
    this.frame.plot.querySelector('.hoverlayer')?.replaceChildren();
    // Plotly measures its labels, so the plot must have a place on the page first.
    this.frame.stage.classList.remove('failed');
    await Plotly.react(this.frame.plot, data, fitted, CONFIG);
    this.drawn = name;
    this.done();
  }

  done() {
    const { node, plot, stage, zoom } = this.frame;
    if (!this.listening) {
      this.listening = true;
      plot.on('plotly_click', event => this.click(event));
      plot.on('plotly_hover', event => plot.classList.toggle('leads', this.leads(event) !== undefined));
      plot.on('plotly_unhover', () => plot.classList.remove('leads'));
    }
    zoom.hidden = !plot.querySelector(ZOOM.in);
    node.classList.toggle('map', isMap(this.figure));
    stage.classList.remove('waiting');
    if (failed.delete(this)) {
      this.frame.say('');
      this.frame.open(false);
    }
  }

  fail(error) {
    failed.add(this);
    this.drawn = undefined;
    this.frame.stage.classList.remove('waiting');
    this.frame.stage.classList.add('failed');
    this.frame.open(true);
    // What failed here failed for the other charts too: one press mends them all.
    this.frame.say(`${error.message} Its figures are in the table.`, () => failed.forEach(plot => plot.draw()));
  }

  // What a mark leads to: a text, or the ids of facts, which a number stands for; or undefined.
  leads({ points }) {
    if (!this.data.clickable) return undefined;
    const wanted = points.map(point => point.customdata)
      .find(value => value !== undefined && value !== null && value !== '' && value.length !== 0);
    return typeof wanted === 'number' ? this.data.behind[wanted] : wanted;
  }

  click(event) {
    const value = this.leads(event);
    if (value !== undefined) this.send('clicked', value);
  }

  // Saves the file that `make` returns or promises, and says so.
  async take(kind, make) {
    if (this.taking) return;
    this.taking = true;
    this.frame.busy(true);
    this.frame.say(`Saving ${kind} …`);
    try {
      save(await make(this.data));
      this.frame.say(`${kind} saved.`);
    } catch (error) {
      this.frame.say(`The ${kind} could not be saved. ${error.message}`, () => this.take(kind, make));
    } finally {
      this.taking = false;
      this.frame.busy(false);
    }
  }

  // The charts of the page as they are now, in the order in which a reader meets them.
  bundle() {
    const follows = (one, other) => one.root.compareDocumentPosition(other.root) & Node.DOCUMENT_POSITION_FOLLOWING;
    const charts = [...onPage].sort((one, other) => follows(one, other) ? -1 : 1);
    return bundleFile(charts.map(({ data }) => data), text => this.frame.say(text));
  }

  purge() {
    if (this.listening) window.Plotly.purge(this.frame.plot);
    this.listening = false;
  }

  stop() {
    this.gone = true;
    failed.delete(this);
    alive.delete(this.root);
    onPage.delete(this);
    this.watch.disconnect();
    this.frame.node.remove();
    if (!this.drawing) this.purge();
  }
}

export default function ({ data, parentElement: root, setTriggerValue }) {
  let plot = alive.get(root);
  if (!plot) alive.set(root, plot = new Plot(root));
  plot.show(data, setTriggerValue);
  // The cleanup of a call that was overtaken may run while a newer call lives on.
  const call = plot.calls += 1;
  return () => {
    if (plot.calls === call) plot.stop();
  };
}
