// Runs in every page that is measured, before its own scripts. Time runs from the click's arrival
// in the page to the first frame in which the page looks as it shall and no chart is being drawn.
(() => {
  const text = selector => [...document.querySelectorAll(selector)].map(node => node.textContent);
  let drawing = 0, draws = 0, wrapped;

  // Every chart is drawn by Plotly.react, which says when it is done.
  function wrap() {
    const Plotly = window.Plotly;
    if (!Plotly || wrapped === Plotly) return;
    wrapped = Plotly;
    const react = Plotly.react;
    Plotly.react = (...given) => {
      drawing += 1;
      draws += 1;
      return react(...given).finally(() => { drawing -= 1; });
    };
  }

  // What tells one state of a page from another: heading, selection and count, and of each figure
  // the title, the selection and count, and what it says there is to see; and the lists of facts.
  const look = () => JSON.stringify([
    text('h1'),
    text('[data-testid=stMarkdown] p').slice(0, 2),
    [...document.querySelectorAll('figure.sinograph-figure')].map(figure => [
      figure.querySelector('h2').textContent,
      figure.querySelector('.selection').textContent,
      figure.querySelector('.plot').getAttribute('aria-label'),
    ]),
    [...document.querySelectorAll('[data-testid=stBidiComponentIsolated]')].map(
      ({ shadowRoot }) => shadowRoot?.querySelector('ul')?.textContent),
  ]);

  const idle = () => {
    wrap();
    return drawing === 0 && !document.querySelector('figure.sinograph-figure .stage.waiting');
  };
  const click = () => new Promise(done => document.addEventListener(
    'click', () => done(performance.now()), { capture: true, once: true }));
  const frame = () => new Promise(done => requestAnimationFrame(done));

  async function until(reached) {
    const late = performance.now() + 600000;
    while (!reached()) {
      await frame();
      if (performance.now() > late) throw new Error(`The page stayed at ${look()}`);
    }
    return performance.now();
  }

  window.bench = {
    look,
    idle,
    // Resolves to the time (since 1970) at which the first chart is drawn.
    chart: async () => performance.timeOrigin
      + await until(() => document.querySelector('figure.sinograph-figure .stage:not(.waiting)')),
    // Resolves to the time (since 1970) at which there is a line of text.
    line: async () => performance.timeOrigin
      + await until(() => document.querySelector('[data-testid=stMarkdown] p')),
    // Resolves to the time (since 1970) of the next click, once there is one.
    clicked: () => {
      window.bench.click = click().then(start => performance.timeOrigin + start);
    },
    // Waits for the next click, then until the page looks like `wanted`.
    arm(wanted) {
      const before = draws;
      window.bench.result = click().then(async start => {
        const end = await until(() => look() === wanted && idle());
        return { took: end - start, draws: draws - before };
      });
    },
  };
})();
