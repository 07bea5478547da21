"""What a picture that left the dashboard must keep to, measured in the browser that made it."""

from typing import Any

from playwright.sync_api import Page

from components.figure import assets

_BOXES = """async ([folder, data]) => {
  const { compose } = await import(`${folder}0/compose.js`);
  const holder = document.createElement('div');
  holder.style = 'position: fixed; left: 0; top: 0; width: 1600px; height: 900px';
  holder.innerHTML = await compose(data);
  document.body.append(holder);
  const box = node => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    return { text: node.textContent, left, top, right, bottom };
  };
  const svg = holder.firstChild, plot = svg.querySelector(':scope > svg');
  const within = [...plot.querySelectorAll('text')].filter(node => node.textContent);
  const around = [...svg.querySelectorAll('text')].filter(node => !plot.contains(node));
  const rect = plot.getBoundingClientRect();
  const frame = { left: rect.left, top: +plot.getAttribute('y') };
  frame.right = 1600 - frame.left;
  frame.bottom = frame.top + +plot.getAttribute('height');
  const found = { within: within.map(box), around: around.map(box), plot: {
    left: +plot.getAttribute('x'), top: +plot.getAttribute('y'),
    right: +plot.getAttribute('x') + +plot.getAttribute('width'),
    bottom: +plot.getAttribute('y') + +plot.getAttribute('height') } };
  holder.remove();
  return found;
}"""


def assert_whole(page: Page, data: dict[str, Any]) -> str:
    """Compose the picture of a chart and check that no text of it is cut off or on another.

    Returns the words around the plot: title, selection, notes, source.
    """
    boxes = _boxes(page, data)
    plot = boxes["plot"]
    assert boxes["within"] and boxes["around"]
    for text in boxes["within"]:
        assert text["left"] >= plot["left"] - 1 and text["right"] <= plot["right"] + 1, text
        assert text["top"] >= plot["top"] - 1 and text["bottom"] <= plot["bottom"] + 1, text
    for text in boxes["around"]:
        assert text["left"] >= 0 and text["right"] <= 1600, text
        assert text["top"] >= 0 and text["bottom"] <= 900, text
        assert text["bottom"] <= plot["top"] + 1 or text["top"] >= plot["bottom"] - 1, text
    return " ".join(text["text"] for text in boxes["around"])


def overlapping(page: Page, data: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the pairs of texts within the plot of a picture that lie on each other."""
    texts = _boxes(page, data)["within"]
    return [
        (one["text"], other["text"])
        for n, one in enumerate(texts)
        for other in texts[n + 1 :]
        if min(one["right"], other["right"]) - max(one["left"], other["left"]) > 2
        and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 4
    ]


def _boxes(page: Page, data: dict[str, Any]) -> dict[str, Any]:
    boxes: dict[str, Any] = page.evaluate(_BOXES, [assets.modules_address(), data])
    return boxes
