"""Opens the pages and uses them as a reader does: python page.py CHROMIUM DIRECTORY. Screenshots stay in the directory."""

import re
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

CHROMIUM, DIRECTORY = sys.argv[1], Path(sys.argv[2])
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 360, "height": 740}


def word(text: str) -> re.Pattern[str]:
    return re.compile(f"^{text}$")


def lit(page: Page, within: str) -> list[str]:
    # What the pointer does is told to the page with the next frame.
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page.eval_on_selector_all(f"{within} .t.lit", "found => found.map(one => one.textContent)")


def contrast(page: Page, selector: str) -> float:
    """Between the text of an element and what is behind it."""
    return page.eval_on_selector(
        selector,
        """element => {
            const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
            const behind = element => {
                for (; element; element = element.parentElement) {
                    const colour = numbers(getComputedStyle(element).backgroundColor);
                    if (colour.length === 3 || colour[3] === 1) return colour;
                }
                return [255, 255, 255];
            };
            const light = ([r, g, b]) => [r, g, b]
                .map(part => (part /= 255) <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
            const [one, other] = [light(numbers(getComputedStyle(element).color)), light(behind(element))];
            return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        }""",
    )


def is_readable(page: Page) -> None:
    selectors = ["body p", "a", "figcaption", "td", "th", ".number", "footer"]
    selectors += [f"pre .{name}" for name in ("com", "str", "num", "key", "typ", "fun", "mar")]
    for selector in selectors:
        assert contrast(page, selector) >= 4.5, (selector, contrast(page, selector))


def does_not_scroll_sideways(page: Page) -> None:
    width, window = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width <= window, (width, window)


def hovering_lights_up(page: Page) -> None:
    assert lit(page, "body") == []
    # From the expansion to the source: one `i32` of three.
    page.locator("#expansion figure", has_text="call.run(").first.locator(".t", has_text=word("i32")).first.hover()
    assert lit(page, "aside") == ["i32"], lit(page, "aside")
    assert "i32" in lit(page, "#ir") and "i32" in lit(page, "#tokens")
    # From the source to what it became, in every stage.
    page.locator("aside .t", has_text=word("add")).first.hover()
    assert lit(page, "aside") == ["add"]
    for stage in ("tokens", "ir", "expansion"):
        assert "add" in lit(page, f"#{stage}"), stage
    # A name that became text.
    page.locator("#expansion .t", has_text=word('"add"')).first.hover()
    assert lit(page, "aside") == ["add"], lit(page, "aside")
    # From machine code to the line of the expansion.
    if page.locator("#call [data-l]").count():
        page.locator("#call [data-l]").first.hover()
        lit(page, "body")
        assert page.locator("#expansion .line.lit").count() > 0
    page.mouse.move(1, 1)
    page.locator("h1").hover()
    assert lit(page, "body") == []


def the_keyboard_does_too(page: Page) -> None:
    page.locator("aside pre").focus()
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.textContent")
    assert lit(page, "aside") == [first] or first, first
    for _ in range(80):
        if page.evaluate("document.activeElement.textContent") == "add":
            break
        page.keyboard.press("ArrowRight")
    assert lit(page, "aside") == ["add"], lit(page, "aside")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.stage') !== null")
    assert page.evaluate("document.activeElement.classList.contains('lit')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.classList.contains('lit')")
    page.evaluate("document.activeElement.blur()")
    assert lit(page, "body") == []


def stages_fold(page: Page) -> None:
    stages = page.locator("details.stage")
    assert stages.count() == 12
    assert all(stages.nth(index).evaluate("stage => stage.open") for index in range(12))
    summary = page.locator("#checks > summary")
    summary.click()
    assert not page.locator("#checks table").is_visible()
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("#checks table").is_visible()
    page.locator("#gil > summary").click()
    page.locator("nav a[href='#gil']").click()
    assert page.locator("#gil").evaluate("stage => stage.open")
    page.evaluate("scrollTo(0, 0)")


def has_names(page: Page) -> None:
    """What a screen reader needs: one main part, headings in order, ids once."""
    assert page.locator("main").count() == page.locator("h1").count() == 1
    assert page.locator("h2").count() == 13
    ids = page.eval_on_selector_all("[id]", "found => found.map(one => one.id)")
    assert len(ids) == len(set(ids)), ids
    assert page.eval_on_selector_all("a[href^='#']", "all => all.every(one => document.getElementById(one.hash.slice(1)))")


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for language in ("en", "fa"):
            for name, scheme, size in (("light", "light", WIDE), ("dark", "dark", WIDE), ("narrow", "light", NARROW)):
                page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
                complaints: list[str] = []
                page.on("console", lambda message: complaints.append(message.text))
                page.on("pageerror", lambda error: complaints.append(str(error)))
                page.on("request", lambda request: None if request.url.startswith(("file:", "data:")) else complaints.append(request.url))
                page.goto((DIRECTORY / f"{language}.html").as_uri())
                assert page.evaluate("getComputedStyle(document.body).direction") == ("rtl" if language == "fa" else "ltr")
                assert page.evaluate("[...document.querySelectorAll('pre')].every(one => getComputedStyle(one).direction === 'ltr')")
                does_not_scroll_sideways(page)
                is_readable(page)
                has_names(page)
                page.screenshot(path=DIRECTORY / f"{language}-{name}.png")
                hovering_lights_up(page)
                the_keyboard_does_too(page)
                stages_fold(page)
                does_not_scroll_sideways(page)
                assert complaints == [], complaints
                page.close()
                print(f"{language}, {name}: as it should be")
        browser.close()


main()
