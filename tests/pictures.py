"""What a picture that left the dashboard must keep to, measured in the browser that made it."""

from typing import Any

from playwright.sync_api import Page

from components import assets

SIZES = ("slide", "column", "square")
"""The sizes in which a chart can leave as a picture."""

_BOXES = """async ([folder, data, size]) => {
  const { compose, SIZES } = await import(`${folder}0/compose.js`);
  const holder = document.createElement('div');
  holder.style = 'position: fixed; left: 0; top: 0';
  holder.innerHTML = await compose(data, SIZES[size]);
  document.body.append(holder);
  const box = node => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    return { text: node.textContent, left, top, right, bottom };
  };
  const svg = holder.firstChild, plot = svg.querySelector(':scope > svg');
  const of = name => +plot.getAttribute(name);
  const within = [...plot.querySelectorAll('text')].filter(node => node.textContent);
  const around = [...svg.querySelectorAll('text')].filter(node => !plot.contains(node));
  const found = {
    within: within.map(box), around: around.map(box),
    width: +svg.getAttribute('width'), height: +svg.getAttribute('height'),
    plot: {
      left: of('x'), top: of('y'),
      right: of('x') + of('width'), bottom: of('y') + of('height') } };
  holder.remove();
  return found;
}"""


def assert_whole(page: Page, data: dict[str, Any]) -> str:
    """Compose the picture of a chart in each size and check that no text of it is cut off, and
    that none around the plot lies on it or on another.

    Returns the words around the plot, the same in all: title, selection, notes, source.
    """
    words = [_whole(size, _boxes(page, data, size)) for size in SIZES]
    assert len({"".join(said.split()) for said in words}) == 1
    return words[0]


def _whole(size: str, boxes: dict[str, Any]) -> str:
    plot = boxes["plot"]
    assert boxes["within"] and boxes["around"]
    for text in boxes["within"]:
        said = size, text
        assert text["left"] >= plot["left"] - 1 and text["right"] <= plot["right"] + 1, said
        assert text["top"] >= plot["top"] - 1 and text["bottom"] <= plot["bottom"] + 1, said
    for text in boxes["around"]:
        said = size, text
        assert text["left"] >= 0 and text["right"] <= boxes["width"], said
        assert text["top"] >= 0 and text["bottom"] <= boxes["height"], said
        assert text["bottom"] <= plot["top"] + 1 or text["top"] >= plot["bottom"] - 1, said
    assert _on_another(boxes["around"]) == [], size
    return " ".join(text["text"] for text in boxes["around"])


def overlapping(page: Page, data: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return the pairs of texts within the plot of a picture that lie on each other, by size."""
    return [
        (size, *pair) for size in SIZES for pair in _on_another(_boxes(page, data, size)["within"])
    ]


def _on_another(texts: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return the texts that share more height than the lines of one paragraph do."""

    def shared(one: dict[str, Any], other: dict[str, Any]) -> float:
        height = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
        return height / min(text["bottom"] - text["top"] for text in (one, other))

    return [
        (one["text"], other["text"])
        for n, one in enumerate(texts)
        for other in texts[n + 1 :]
        if min(one["right"], other["right"]) - max(one["left"], other["left"]) > 2
        and shared(one, other) > 0.25
    ]


def _boxes(page: Page, data: dict[str, Any], size: str) -> dict[str, Any]:
    boxes: dict[str, Any] = page.evaluate(_BOXES, [assets.modules_address(), data, size])
    return boxes
