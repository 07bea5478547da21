// The files that a chart leaves as, each with its name: pictures, a drawing, a table.
import { compose, SIZES } from './compose.js';
import { fontStyle } from './fonts.js';
import { about, metadataElement, withText } from './metadata.js';

const SCALE = 2;

const inserted = (svg, head) => svg.replace(/^<svg[^>]*>/, start => start + head);

async function pixels(svg) {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: image.naturalWidth * SCALE, height: image.naturalHeight * SCALE });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) => canvas.toBlob(
      blob => blob ? done(blob) : failed(new Error('The browser gave no image.')), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}

// A PNG in one of SIZES; the slide is the plain one, so its name says no size.
export async function pictureFile(data, size = 'slide') {
  const svg = await compose(data, SIZES[size]);
  const png = await pixels(inserted(svg, await fontStyle(svg)));
  const blob = withText(new Uint8Array(await png.arrayBuffer()), about(data));
  return { name: `${data.file}${size === 'slide' ? '' : `-${size}`}.png`, blob };
}

export async function drawingFile(data) {
  const svg = await compose(data, SIZES.slide);
  const whole = inserted(svg, metadataElement(about(data)) + await fontStyle(svg));
  return { name: `${data.file}.svg`, blob: new Blob([whole], { type: 'image/svg+xml' }) };
}

export function tableFile({ csv, caption, file }) {
  const whole = csv.replace(`# ${caption.link}\n`, `# ${new URL(caption.link, location.origin).href}\n`);
  // Spreadsheets take a file without a byte order mark for something other than UTF-8.
  return { name: `${file}.csv`, blob: new Blob(['\ufeff', whole], { type: 'text/csv;charset=utf-8' }) };
}

export function save({ name, blob }) {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
