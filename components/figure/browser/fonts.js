// The page's typeface inside an SVG: as an image, or on another machine, it sees no font of the page.
import { FONT } from './look.js';

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

// A font that cannot be had is left out, and the machine's own typefaces stand in.
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

export async function fontStyle(svg) {
  const styles = svg.includes('italic') ? ['normal', 'italic'] : ['normal'];
  return `<style>${(await Promise.all(styles.map(face))).join('')}</style>`;
}
