"""A board's colour, made readable: contrast by WCAG 2.2, and the stylesheet that carries it."""

from colorsys import hls_to_rgb, rgb_to_hls

OURS = "#12436d"
GOVUK_LINK = "#1a65a6"

#: WCAG AA asks 4.5 of text. The strong colour is also text on pale grey, and links stand in
#: running text, so both get more on white.
TEXT_CONTRAST = 4.5
STRONG_CONTRAST = 5.2
LINK_CONTRAST = 6.0


def luminance(colour: str) -> float:
    """Relative luminance, 0 for black to 1 for white (WCAG 2.2's definition)."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _rgb(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_on(colour: str) -> str:
    """White or black: whichever reads better on the colour (one always reaches 4.5)."""
    return max(("#ffffff", "#000000"), key=lambda text: contrast(text, colour))


def on_white(colour: str, at_least: float = TEXT_CONTRAST) -> str:
    """The colour itself where it reads on white, else the same hue darkened until it does."""
    hue, lightness, saturation = rgb_to_hls(*_rgb(colour))
    while contrast(_hex(hue, lightness, saturation), "#ffffff") < at_least:
        lightness -= 0.01
    return _hex(hue, lightness, saturation)


def link(colour: str) -> str:
    """The lightest colour of the same hue that reads well on white.

    Red means late and grey means waiting, so such a board keeps GOV.UK's blue links.
    """
    hue, _, saturation = rgb_to_hls(*_rgb(colour))
    if saturation < 0.25 or hue < 0.05 or hue > 0.94:
        return GOVUK_LINK
    return on_white(_hex(hue, 0.75, saturation), LINK_CONTRAST)


def stylesheet(colour: str) -> str:
    """The custom properties that give a page the board's colour."""
    strong = on_white(colour, STRONG_CONTRAST)
    properties = {
        "--up-brand": colour,
        "--up-brand-text": text_on(colour),
        "--up-strong": strong,
        "--govuk-brand-colour": strong,
        "--govuk-link-colour": link(colour),
        "--govuk-link-hover-colour": on_white(colour, 9.0),
    }
    body = "".join(f"  {name}: {value};\n" for name, value in properties.items())
    return f":root {{\n{body}}}\n"


def _rgb(colour: str) -> tuple[float, float, float]:
    digits = colour.removeprefix("#")
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _hex(hue: float, lightness: float, saturation: float) -> str:
    return "#" + "".join(
        f"{round(part * 255):02x}" for part in hls_to_rgb(hue, max(lightness, 0.0), saturation)
    )
