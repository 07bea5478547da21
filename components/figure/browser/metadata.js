// What a picture says about itself: the same fields in a PNG and in an SVG.
import { crc } from './crc.js';
import { escaped } from './words.js';

export function about({ title, alt, caption }) {
  return {
    Title: title,
    Description: alt,
    Selection: caption.selection,
    Source: caption.sources.replace(/^Sources?:\s*/, ''),
    'Data revision': caption.revision,
    Link: new URL(caption.link, location.origin).href,
    Software: 'Sinograph',
  };
}

// An iTXt chunk (https://www.w3.org/TR/png-3/#11iTXt).
function chunk(keyword, text) {
  // Five zeros: end of keyword, not compressed, method, no language, no translated keyword.
  const body = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const bytes = new Uint8Array(body.length + 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length - 4);
  bytes.set(body, 4);
  view.setUint32(body.length + 4, crc(body));
  return bytes;
}

// The signature (8 bytes) and IHDR (25 bytes) come first in every PNG; the text follows them.
export function withText(png, fields) {
  const chunks = Object.entries(fields).filter(([, text]) => text).map(([keyword, text]) => chunk(keyword, text));
  return new Blob([png.subarray(0, 33), ...chunks, png.subarray(33)], { type: 'image/png' });
}

// The terms that drawing programs and picture archives read: Dublin Core where it has one.
const TERMS = {
  Title: 'dc:title',
  Description: 'dc:description',
  Selection: 'dc:coverage',
  Source: 'dc:source',
  'Data revision': 'owl:versionInfo',
  Link: 'dc:identifier',
  Software: 'dc:creator',
};

const NAMES = [
  'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:owl="http://www.w3.org/2002/07/owl#"',
].join(' ');

// The fields as the metadata element of an SVG (https://www.w3.org/TR/SVG2/metadata.html).
export function metadataElement(fields) {
  const told = Object.entries(fields).filter(([, text]) => text)
    .map(([keyword, text]) => `<${TERMS[keyword]}>${escaped(text)}</${TERMS[keyword]}>`);
  return `<metadata><rdf:RDF ${NAMES}><rdf:Description rdf:about="">${told.join('')}</rdf:Description></rdf:RDF></metadata>`;
}
