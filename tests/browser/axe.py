"""What axe-core finds wrong with the page that a browser shows."""

from pathlib import Path

from playwright.sync_api import Page

from tests.wants import lacks

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
# Loaded and run in one go, so that no other page can come between the two.
LOOK = """async () => {{ {axe}
    const looked = await axe.run(document, {{resultTypes: ["violations"]}});
    return looked.violations.map(fault => fault.id + ": " + fault.nodes.map(node => node.target.join(" ")).join(", "));
}}"""


def faults_of(page: Page) -> list[str]:
    """List the faults of the page that is shown, once it is loaded; see first that it is the page that is meant."""
    if not AXE.exists():
        lacks("axe-core: run npm ci")
    page.wait_for_load_state()
    found: list[str] = page.evaluate(LOOK.format(axe=AXE.read_text()))
    return found
