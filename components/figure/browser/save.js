// Takes a chart out of the page as a file: a PNG that carries its metadata, or any other blob.
import { compose } from './compose.js';
import { FONT } from './look.js';
import { withText } from './metadata.js';

const SIZE = { width: 1600, height: 900 };
const SCALE = 2;

export function save(blob, name) {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

const faces = new Map();

const asDataURL = blob => new Promise((done, failed) => {
  const reader = new FileReader();
  reader.onload = () => done(reader.result);
  reader.onerror = () => failed(reader.error);
  reader.readAsDataURL(blob);
});

// A page's rules for the first family of FONT; foreign style sheets may not be read.
function rulesOf(style) {
  const family = FONT.split(',')[0].replaceAll('"', '').trim();
  const readable = sheet => {
    try { return [...sheet.cssRules]; } catch { return []; }
  };
  const said = (rule, property) => rule.style.getPropertyValue(property).replace(/["']/g, '');
  return [...document.styleSheets].flatMap(sheet => readable(sheet)
    .filter(rule => rule instanceof CSSFontFaceRule && said(rule, 'font-family') === family
      && (said(rule, 'font-style') || 'normal') === style)
    .map(rule => ({ css: rule.cssText, base: sheet.href ?? document.baseURI })));
}

// The page's typeface as CSS with the font inside: an SVG image sees no font of the page. A font
// that cannot be had is left out, and the machine's own typefaces stand in.
function face(style) {
  if (!faces.has(style)) {
    faces.set(style, Promise.all(rulesOf(style).map(async ({ css, base }) => {
      const [whole, address] = /url\(["']?([^"')]+)["']?\)/.exec(css);
      const answer = await fetch(new URL(address, base));
      return answer.ok ? css.replace(whole, `url(${await asDataURL(await answer.blob())})`) : '';
    })).then(rules => rules.join('')).catch(() => {
      faces.delete(style);
      return '';
    }));
  }
  return faces.get(style);
}

async function withFonts(svg) {
  const styles = svg.includes('italic') ? ['normal', 'italic'] : ['normal'];
  const css = (await Promise.all(styles.map(face))).join('');
  return svg.replace(/^<svg[^>]*>/, start => `${start}<style>${css}</style>`);
}

async function drawn(svg) {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: SIZE.width * SCALE, height: SIZE.height * SCALE });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) => canvas.toBlob(
      blob => blob ? done(blob) : failed(new Error('The browser gave no image.')), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}

export async function savePicture(data) {
  const { caption } = data;
  const png = await drawn(await withFonts(await compose(data, SIZE)));
  const told = withText(new Uint8Array(await png.arrayBuffer()), {
    Title: data.title,
    Description: data.alt,
    Selection: caption.selection,
    Source: caption.sources.replace(/^Sources?:\s*/, ''),
    'Data revision': caption.revision,
    Link: new URL(caption.link, location.origin).href,
    Software: 'Sinograph',
  });
  save(told, `${data.file}.png`);
}
