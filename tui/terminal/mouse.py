"""Having the terminal report the mouse, or leaving it to the terminal's own selection of text."""

from __future__ import annotations

from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver


def report_mouse(driver: Driver | None, *, wanted: bool) -> bool:
    """Ask the terminal to report the mouse from now on, or not to; whether the driver can ask.

    What the driver was told at its start decides only what it asks for then, and what it takes back at its
    end and while another program has the terminal; so it is told, too.
    """
    if not isinstance(driver, LinuxDriver):
        return False
    if wanted:
        driver._mouse = True
        driver._enable_mouse_support()
    else:
        driver._disable_mouse_support()
        driver._mouse = False
    driver.flush()
    return True
