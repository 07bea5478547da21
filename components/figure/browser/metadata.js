// Writes text into a PNG as iTXt chunks (https://www.w3.org/TR/png-3/#11iTXt).
const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xEDB88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc(bytes) {
  let value = ~0;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 255] ^ (value >>> 8);
  return ~value >>> 0;
}

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
export function withText(png, texts) {
  const chunks = Object.entries(texts).filter(([, text]) => text).map(([keyword, text]) => chunk(keyword, text));
  return new Blob([png.subarray(0, 33), ...chunks, png.subarray(33)], { type: 'image/png' });
}
