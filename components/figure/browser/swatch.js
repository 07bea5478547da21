// The swatches of a legend as SVG text, for the page and for the exported picture alike.
export const HEIGHT = 16;
const BAR = 28;
const SYMBOL = 15;

// plotly's own marker shapes at radius 5, so that legend and chart show the same thing.
const SYMBOLS = {
  circle: 'M5,0A5,5 0 1,1 0,-5A5,5 0 0,1 5,0Z',
  square: 'M5,5H-5V-5H5Z',
  diamond: 'M6.5,0L0,6.5L-6.5,0L0,-6.5Z',
  'triangle-up': 'M-5.77,2.5H5.77L0,-5Z',
  'triangle-down': 'M-5.77,-2.5H5.77L0,5Z',
  pentagon: 'M4.76,-1.55L2.94,4.05H-2.94L-4.76,-1.55L0,-5Z',
  hexagon: 'M4.33,-2.5V2.5L0,5L-4.33,2.5V-2.5L0,-5Z',
  star: 'M1.58,-2.16H6.66L2.54,.83L4.12,5.66L0,2.67L-4.12,5.66L-2.54,.83L-6.66,-2.16H-1.58L0,-7Z',
  cross: 'M6,2H2V6H-2V2H-6V-2H-2V-6H2V-2H6Z',
  x: 'M0,2.83l2.83,2.83l2.83,-2.83l-2.83,-2.83l2.83,-2.83l-2.83,-2.83l-2.83,2.83'
    + 'l-2.83,-2.83l-2.83,2.83l2.83,2.83l-2.83,2.83l2.83,2.83Z',
  hourglass: 'M5,5H-5L5,-5H-5Z',
  bowtie: 'M5,5V-5L-5,5V-5Z',
};

const rect = (x, width, more) => `<rect x="${x}" y="3" width="${width}" height="10" ${more}/>`;

// Steps in place of a gradient: a gradient needs an id, and ids must be unique in a page.
const fade = (from, step) => [.6, .46, .34, .22, .12]
  .map((opacity, i) => rect(from + i * step, Math.abs(step), `opacity="${opacity}"`)).join('');

const BARS = {
  bar: () => rect(1, 26, ''),
  'open-end': () => `${rect(0, 12, '')}${fade(12, 2)}<path d="M18,7.25h6v-2.75l4,3.5l-4,3.5v-2.75h-6Z"/>`,
  'open-start': () => `${rect(16, 12, '')}${fade(14, -2)}<path d="M10,7.25h-6v-2.75l-4,3.5l4,3.5v-2.75h6Z"/>`,
  about: colour => {
    // The inner svg clips the strokes to the bar.
    const strokes = [-8, -3, 2, 7, 12, 17, 22].map(x => `M${x},10l10,-10`).join('');
    return `${rect(1, 26, 'opacity=".25"')}<svg x="1" y="3" width="26" height="10">`
      + `<path d="${strokes}" stroke="${colour}" stroke-width="2"/></svg>`;
  },
  planned: colour => `<rect x="2" y="4" width="24" height="8" fill="none" stroke="${colour}" stroke-width="1.75"/>`,
  soft: () => rect(1, 26, 'opacity=".28"'),
  hollow: colour => `<circle cx="7.5" cy="8" r="4.75" fill="none" stroke="${colour}" stroke-width="1.75"/>`,
  disputed: colour => '<circle cx="7.5" cy="8" r="5.75" fill="none" stroke-dasharray="3 2" '
    + `stroke="${colour}" stroke-width="1.75"/>`,
};

export const widthOf = mark => SYMBOLS[mark] || ['hollow', 'disputed'].includes(mark) ? SYMBOL : BAR;

// `colour` comes from the chart, not from a reader, but a wrong one must not break the markup.
export function swatch(mark, colour) {
  const safe = /^#[0-9a-f]{3,8}$/i.test(colour) ? colour : '#7A8594';
  const inside = SYMBOLS[mark]
    ? `<path transform="translate(${SYMBOL / 2} ${HEIGHT / 2})" d="${SYMBOLS[mark]}"/>`
    : BARS[mark](safe);
  return `<g fill="${safe}">${inside}</g>`;
}
