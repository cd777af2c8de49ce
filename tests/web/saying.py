"""Reading and answering the pages that ask what a file holds."""

import html
import re

PAGE = "/force/extracts/1"


def standing(page, name):
    """Give what a select stands at."""
    select_ = re.search(rf'<select[^>]* name="{name}".*?</select>', page, re.DOTALL)
    assert select_, f"no select {name}"
    chosen = re.search(r'<option value="([^"]*)" selected', select_[0])
    return html.unescape(chosen[1]) if chosen else ""


def options_of(page, name):
    """List what a select offers."""
    select_ = re.search(rf'<select[^>]* name="{name}".*?</select>', page, re.DOTALL)
    return re.findall(r'<option value="([^"]*)"', select_[0] if select_ else "")


def form_of(page):
    """Give what a page's selects would send as they stand."""
    return {name: standing(page, name) for name in re.findall(r'<select[^>]* name="([^"]+)"', page)}


def input_of(page, heading):
    """Name the select that asks what a column holds."""
    label = re.search(rf'for="([^"]+)">What does “{re.escape(heading)}” hold\?', page)
    assert label, f"nothing asks of {heading}"
    return label[1]


def go_on(browser, stage, **changes):
    """Send a page's form as it stands, save for the changes."""
    page = browser.get(f"{PAGE}/{stage}").text
    return browser.post(f"{PAGE}/{stage}", form_of(page) | changes)
