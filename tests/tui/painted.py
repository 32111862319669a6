"""What an application shows, as lines of text."""

from tui.app import CrossreadApp


def lines(app: CrossreadApp) -> list[str]:
    """The rows of the screen as they are composed."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def text(app: CrossreadApp) -> str:
    """The screen as one string."""
    return "\n".join(lines(app))


def widths(app: CrossreadApp) -> set[int]:
    """The widths in cells of all rows: one number where the grid is whole."""
    return {strip.cell_length for strip in app.screen._compositor.render_strips()}
