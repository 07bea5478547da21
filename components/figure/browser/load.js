// Fetches what a chart needs beyond our own modules: plotly.js and the map shapes. Each is asked
// for once; one that failed is asked for again the next time somebody needs it.
import { PLOTLY } from './look.js';

const SHAPES = 'world_110m';
const asked = new Map();

function once(name, fetcher) {
  if (!asked.has(name)) {
    asked.set(name, fetcher().catch(error => {
      asked.delete(name);
      throw error;
    }));
  }
  return asked.get(name);
}

export const FOLDER = new URL('.', import.meta.url).href;

export const plotly = () => once('plotly', () => new Promise((done, failed) => {
  const script = document.createElement('script');
  script.src = new URL(PLOTLY, FOLDER).href;
  script.onload = () => done(window.Plotly);
  script.onerror = () => {
    script.remove();
    failed(new Error('The chart library could not be loaded, so this chart is not drawn.'));
  };
  document.head.append(script);
}));

// plotly.js would fetch shapes by itself, but says nothing when that fails: the map stays empty.
const shapes = () => once('shapes', async () => {
  try {
    const answer = await fetch(`${FOLDER}${SHAPES}.json`);
    if (!answer.ok) throw new Error(answer.statusText);
    window.PlotlyGeoAssets.topojson[SHAPES] = await answer.json();
  } catch {
    throw new Error('The map shapes could not be loaded, so this map is not drawn.');
  }
});

export const isMap = figure => figure.layout.geo !== undefined
  || figure.data.some(trace => trace.type === 'choropleth' || trace.type === 'scattergeo');

// Everything that `figure` needs, ready to draw; rejects with a sentence for the reader.
export async function ready(figure) {
  const Plotly = await plotly();
  if (isMap(figure)) await shapes();
  return Plotly;
}
