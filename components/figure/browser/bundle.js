// All charts of a page in one ZIP: the picture and the table of each, and a text that says what
// they are, so that the files can be told apart when they are far from the page.
import { pictureFile, tableFile } from './files.js';
import { about } from './metadata.js';
import { zipped } from './zip.js';

// The page's title as the reader sees it: a component is told about its own chart only.
const pageTitle = () => document.querySelector('h1')?.textContent.trim() || document.title;

const slug = text => text.normalize('NFKD').replace(/[^\0-\x7f]/g, '').toLowerCase()
  .replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'charts';

// Charts of the same title would have the same file names.
function apart(charts) {
  const seen = new Map();
  return charts.map(data => {
    const number = (seen.get(data.file) ?? 0) + 1;
    seen.set(data.file, number);
    return number === 1 ? data : { ...data, file: `${data.file}-${number}` };
  });
}

function readme(title, charts, names, when) {
  const date = when.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  const number = charts.length === 1 ? '1 chart' : `${charts.length} charts`;
  const entries = charts.map((data, n) => {
    const told = about(data);
    return [
      `${n + 1}. ${told.Title}`,
      `Files: ${names[n].join(', ')}`,
      `Selection: ${told.Selection}`,
      told.Description,
      data.note,
      data.caption.sources,
      `Data revision: ${told['Data revision']}`,
      `Link: ${told.Link}`,
    ].filter(Boolean).join('\n');
  });
  return `${[`${title}\n${number} from Sinograph, saved on ${date}`, ...entries].join('\n\n')}\n`;
}

// `say` hears which chart is at work. Rejects with a sentence that names the chart that failed.
export async function bundleFile(shown, say) {
  const title = pageTitle(), when = new Date(), charts = apart(shown);
  const files = [], names = [];
  for (const [n, data] of charts.entries()) {
    say(`Saving ${n + 1} of ${charts.length} …`);
    try {
      const pair = [await pictureFile(data), tableFile(data)];
      files.push(...pair);
      names.push(pair.map(({ name }) => name));
    } catch (error) {
      throw new Error(`“${data.title}” failed. ${error.message}`);
    }
  }
  const text = new Blob([readme(title, charts, names, when)], { type: 'text/plain' });
  return { name: `sinograph-${slug(title)}.zip`, blob: await zipped([{ name: 'README.txt', blob: text }, ...files], when) };
}
