// Writes a ZIP without compressing (APPNOTE.TXT of PKWARE, 4.3): pictures are compressed already.
import { crc } from './crc.js';

const UTF8 = 1 << 11;
const VERSION = 20;

// A record of 2 and 4 byte numbers, lowest byte first: pairs of size and value.
function record(fields, ...more) {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return new Blob([bytes, ...more]);
}

// A moment as MS-DOS wrote it: two seconds fine, years from 1980 on.
const clock = when => when.getHours() << 11 | when.getMinutes() << 5 | when.getSeconds() >> 1;
const day = when => when.getFullYear() - 1980 << 9 | when.getMonth() + 1 << 5 | when.getDate();

// `files` are names and blobs; resolves to the blob of the archive.
export async function zipped(files, when = new Date()) {
  const parts = [], directory = [];
  let offset = 0;
  for (const { name, blob } of files) {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const title = new TextEncoder().encode(name);
    const described = [
      [2, VERSION], [2, UTF8], [2, 0], [2, clock(when)], [2, day(when)],
      [4, crc(bytes)], [4, bytes.length], [4, bytes.length], [2, title.length], [2, 0],
    ];
    parts.push(record([[4, 0x04034B50], ...described], title, blob));
    // After the description: no comment, first disk, no attributes inside or outside, the place.
    directory.push(record([[4, 0x02014B50], [2, VERSION], ...described,
      [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]], title));
    offset += parts.at(-1).size;
  }
  const listed = new Blob(directory);
  const end = record([[4, 0x06054B50], [2, 0], [2, 0], [2, files.length], [2, files.length],
    [4, listed.size], [4, offset], [2, 0]]);
  return new Blob([...parts, listed, end], { type: 'application/zip' });
}
