// The picture of a chart that explains itself: title, selection, legend, plot, note, sources, link
// in one SVG, always light. Text takes the room that it needs, the plot takes the rest.
import { FOLDER, ready } from './load.js';
import { FONT, PRINT, TEMPLATES } from './look.js';
import { merged } from './merge.js';
import { HEIGHT, swatch, widthOf } from './swatch.js';
import { escaped, measure, paragraph } from './words.js';

// Pixels before they are doubled. A column is only as high as its chart asks for.
export const SIZES = {
  slide: { width: 1600, height: 900 },
  column: { width: 800, height: 1280, fits: true },
  square: { width: 1080, height: 1080 },
};

const EDGE = 44;
const GAP = 16;
// A plot that may choose its height is at least this part of its width high.
const LOWEST = .62;
// The plot keeps at least this part of the height; longer text is set smaller, step by step.
const PLOT_SHARE = .5;
const SMALLEST = .35;

// The legend as rows of swatch and label, broken where the next entry would not fit.
function legend(keys, width, size) {
  const scale = size / 13;
  const style = { size, fill: PRINT.ink, leading: 1.5 };
  const entries = [];
  let x = 0, y = 0, rowHeight = 0;
  for (const [mark, label, colour] of keys) {
    const indent = (widthOf(mark) + 6) * scale;
    const labelWidth = Math.min(measure(label, style) + 1, width - indent);
    if (x > 0 && x + indent + labelWidth > width) {
      y += rowHeight;
      x = rowHeight = 0;
    }
    const text = paragraph(label, labelWidth, style);
    entries.push({ mark, colour, text, x, y, indent });
    rowHeight = Math.max(rowHeight, text.height, HEIGHT * scale);
    x += indent + labelWidth + size * 1.4;
  }
  const draw = (left, top) => entries.map(({ mark, colour, text, x: dx, y: dy, indent }) => {
    const lift = top + dy + size * .68 - HEIGHT * scale / 2;
    return `<g transform="translate(${left + dx} ${lift}) scale(${scale})">${swatch(mark, colour)}</g>`
      + text.draw(left + dx + indent, top + dy);
  }).join('');
  return { height: y + rowHeight, draw };
}

// What stands above and below the plot at one size of text.
function wordsAround(data, width, link, scale) {
  const { title, note, keys, caption } = data;
  const text = (words, size, more) => paragraph(words, width, { size: size * scale, fill: PRINT.muted, ...more });
  const above = [
    text(title, 36, { weight: 700, fill: PRINT.ink, leading: 1.2, even: true }),
    text(caption.selection, 21),
    legend(keys, width, 19 * scale),
  ];
  const below = [
    text(note, 17, { fill: PRINT.ink }),
    text(caption.sources, 16),
    text(`Sinograph · data ${caption.revision} · ${link}`, 16),
  ];
  return { above: above.filter(part => part.height), below: below.filter(part => part.height) };
}

const heightOf = (parts, gap) => parts.reduce((sum, part) => sum + part.height + gap, 0);

// The largest text, from `scale` down, that leaves the plot its share of the height.
function fitted(data, { inner, edge, height, scale: largest }, link) {
  for (let scale = largest; ; scale *= .94) {
    const { above, below } = wordsAround(data, inner, link, scale);
    const gap = { above: 10 * scale, below: 2 * scale };
    const top = edge + heightOf(above, gap.above) + GAP;
    const room = height - edge - heightOf(below, gap.below) - GAP - top;
    if (room >= height * PLOT_SHARE || scale < SMALLEST) return { above, below, gap, top, room };
  }
}

// How the plot is laid out: about as large as on a screen, then enlarged, so that labels, marks and
// lines grow together, whatever sizes the figure asks for. Unless it lies across, that screen is a
// phone's: maps fill more of the height, and labels that need a wide plot are left out.
function view(figure, data, { width, height, scale }) {
  const narrow = width <= height ? figure.layout.meta?.narrow : undefined;
  return { enlarged: 1.7 * scale, narrow, height: narrow?.height ?? data.height };
}

// The plot as an SVG of exactly this size. A tall chart is pressed by at most a fifth before its
// text gets smaller.
async function plotted(figure, { enlarged, narrow, height: asked }, { x, y, width, height }) {
  const Plotly = await ready(figure);
  const scale = Math.min(enlarged, Math.max(.5, 1.25 * height / asked));
  const size = { width: width / scale, height: height / scale };
  const layout = {
    ...merged(merged(figure.layout, narrow), figure.layout.meta?.png), ...size, template: TEMPLATES.light, autosize: false,
  };
  const svg = await Plotly.toImage({ data: figure.data, layout, config: { topojsonURL: FOLDER } },
    { format: 'svg', ...size, imageDataOnly: true });
  return svg.replace(/^[^]*?<svg[^>]*>/, `<svg class="plotted" x="${x}" y="${y}" width="${width}" height="${height}" `
    + `viewBox="0 0 ${size.width} ${size.height}" xmlns:xlink="http://www.w3.org/1999/xlink">`);
}

function stacked(parts, x, start, gap) {
  let y = start;
  return parts.map(part => {
    const drawn = part.draw(x, y);
    y += part.height + gap;
    return drawn;
  }).join('');
}

// Words get smaller with the picture, but by less: it is looked at from nearer.
function page({ width, height }) {
  const scale = Math.min(1, .6 + width / 4000);
  const edge = Math.round(EDGE * scale);
  return { width, height, scale, edge, inner: width - 2 * edge };
}

// Resolves to the text of an SVG of one of SIZES. Fonts are named, not embedded.
export async function compose(data, size = SIZES.slide) {
  await Promise.all([400, 700].map(weight => document.fonts.load(`${weight} 20px ${FONT}`)));
  const figure = JSON.parse(data.spec);
  const paper = page(size), { width, inner, edge } = paper;
  const { above, below, gap, top, room } = fitted(data, paper, new URL(data.caption.link, location.origin).href);
  const seen = view(figure, data, paper);
  const asked = Math.max(seen.height * seen.enlarged, inner * LOWEST);
  const high = size.fits ? Math.min(room, asked) : room;
  const height = Math.ceil(size.height - room + high);
  const plot = await plotted(figure, seen, { x: edge, y: top, width: inner, height: high });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`
    + `<title>${escaped(data.title)}</title><desc>${escaped(data.alt)}</desc>`
    + `<rect width="100%" height="100%" fill="${PRINT.paper}"/><g font-family="${escaped(FONT)}">`
    + `${stacked(above, edge, edge, gap.above)}${stacked(below, edge, top + high + GAP, gap.below)}</g>${plot}</svg>`;
}
