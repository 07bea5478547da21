// Text in an SVG, which does not wrap by itself: measured, broken into lines, placed.
import { FONT } from './look.js';

const pen = document.createElement('canvas').getContext('2d');

export const escaped = text => text
  .replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export function measure(text, { size, weight = 400 }) {
  pen.font = `${weight} ${size}px ${FONT}`;
  return pen.measureText(text).width;
}

// Breaks a word that is wider than a line by itself: an address, or a language without spaces.
function pieces(word, width, style) {
  const found = [];
  let piece = '';
  for (const letter of word) {
    if (piece && measure(piece + letter, style) > width) {
      found.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...found, piece];
}

export function wrapped(text, width, style) {
  const lines = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer, style) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    const broken = pieces(word, width, style);
    lines.push(...broken.slice(0, -1));
    line = broken.at(-1);
  }
  return line ? [...lines, line] : lines;
}

// The same number of lines, but of like length: no last line of one word.
function balanced(text, width, style) {
  const { length } = wrapped(text, width, style);
  let least = width / 2, most = width;
  for (let step = 0; step < 6 && length > 1; step += 1) {
    const middle = (least + most) / 2;
    if (wrapped(text, middle, style).length > length) least = middle;
    else most = middle;
  }
  return wrapped(text, most, style);
}

// A paragraph: how high it is, and how to draw it from `x` and the top `y` on.
export function paragraph(text, width, style) {
  const { size, weight = 400, fill, leading = 1.35, even = false } = style;
  const lines = (even ? balanced : wrapped)(text, width, style);
  const step = size * leading;
  return {
    height: lines.length * step,
    draw: (x, y) => lines.map((line, i) => `<text x="${x}" y="${(y + i * step + size).toFixed(1)}" `
      + `font-size="${size.toFixed(2)}" font-weight="${weight}" fill="${fill}">${escaped(line)}</text>`).join(''),
  };
}
