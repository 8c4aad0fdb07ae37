"""The desk in headless Chromium: every view, search, upload, correction and undo, review by keyboard, accessibility."""

from __future__ import annotations

import re

import pytest

from communique.store.queries import EventQuery, find_events
from webdesk import CHROMIUM, SCRIPT, new_desk, served

api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian: apt install chromium)")

VIEWS = (
    "/", "/events", "/agenda?month=2021-06", "/stories", "/statements", "/pairs", "/pair?one=NOR&other=TCD", "/map",
    "/network", "/review", "/read", "/corrections", "/api", "/articles/a2", "/articles/hostile", "EVENT", "ACTOR",
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(reader, tmp_path_factory):
    with new_desk(tmp_path_factory.mktemp("browser"), reader) as made:
        yield made


@pytest.fixture(scope="module")
def site(desk):
    with served(desk) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser, site):
    context = browser.new_context(base_url=site, viewport={"width": 1440, "height": 1000})
    opened = context.new_page()
    opened.faults = []
    opened.on("pageerror", lambda error: opened.faults.append(str(error)))
    opened.on("console", lambda said: opened.faults.append(said.text) if said.type == "error" else None)
    opened.on("request", lambda asked: opened.faults.append(asked.url) if not asked.url.startswith(site) else None)
    yield opened
    context.close()


def address(desk, view):
    event = next(e for e in find_events(desk.store, EventQuery(kinds=("meeting",))) if len(e.reports) > 1)
    return {"EVENT": f"/events/{event.id}", "ACTOR": f"/actors/{event.participants[0].actor}"}.get(view, view)


@pytest.mark.parametrize("view", VIEWS)
def test_web_browser_every_view_is_sound_accessible_and_fits_a_phone(page, desk, view):
    page.goto(address(desk, view), wait_until="networkidle")
    assert page.locator("h1").count() == 1
    found = axe.Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in {"serious", "critical"}] == []
    page.emulate_media(color_scheme="dark")
    dark = axe.Axe().run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
    assert [v["nodes"][0]["html"] for v in dark] == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.title() != "taken"
    assert page.faults == []


def test_web_browser_pictures_are_drawn(page):
    page.goto("/map", wait_until="networkidle")
    assert page.locator("path.outline").count() > 150
    assert page.locator("path.spot").count() >= 1
    page.goto("/network", wait_until="networkidle")
    assert page.locator("#network canvas").count() >= 1
    page.goto("/pair?one=NOR&other=TCD", wait_until="networkidle")
    page.locator("[data-plot] canvas").wait_for()
    assert page.faults == []


def test_web_browser_searches_with_the_keyboard_and_follows_a_citation(page):
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("fisheries Strand")
    page.keyboard.press("Enter")
    page.locator(".event .kind").first.click()
    page.locator("a.cite").first.click()
    assert re.search(r"#n\d+$", page.url)
    assert page.locator(".notes li:target mark").count() >= 1


def test_web_browser_lights_up_what_belongs_together(page):
    page.goto("/articles/a2")
    page.locator("a.m-event").first.hover()
    assert page.locator(".marginal li.lit").count() >= 1


def test_web_browser_narrows_down_by_a_facet_and_back(page):
    page.goto("/events")
    before = page.locator(".event").count()
    page.get_by_role("link", name="expulsion", exact=True).first.click()
    assert 0 < page.locator(".event").count() < before
    page.locator("a.chip").click()
    assert page.locator(".event").count() == before


def test_web_browser_corrects_in_place_and_takes_it_back(page, desk):
    event = find_events(desk.store, EventQuery(kinds=("expulsion",)))[0]
    page.goto(f"/events/{event.id}")
    page.get_by_label("Field").select_option("status")
    page.get_by_label("Right value").fill("denied")
    page.get_by_role("button", name="Set").click()
    page.locator(".kicker .s-denied").wait_for()
    page.get_by_role("button", name="undo correction").first.click()
    page.locator(f".kicker .s-{event.status}").wait_for()


def test_web_browser_reviews_with_the_keyboard(page):
    page.goto("/review")
    items = page.locator("#review > li[tabindex]")
    before = items.count()
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.querySelector('[name=target]').value")
    with page.expect_navigation():
        page.keyboard.press("a")
    assert items.count() == before - 1
    assert second not in page.content()


def test_web_browser_reads_files_that_are_dropped_and_shows_the_progress(page, desk, tmp_path):
    page.goto("/read")
    page.evaluate(
        """() => {
            const transfer = new DataTransfer();
            transfer.items.add(new File(["Chile imposed sanctions on Egypt on 3 May 2021."], "wire.txt"));
            document.getElementById("files").files = transfer.files;
            document.getElementById("files").dispatchEvent(new Event("change"));
        }"""
    )
    assert "1 file" in page.locator("#chosen").inner_text()
    page.get_by_label("Published").fill("2021-05-04")
    page.get_by_role("button", name="Read").click()
    page.locator("[data-of-job=state]", has_text="done").wait_for(timeout=60_000)
    assert page.locator("[data-of-job=read]").inner_text() == "1"
    assert find_events(desk.store, EventQuery(dyad=("CHL", "EGY"), kinds=("sanction",)))


def test_web_browser_hostile_articles_do_nothing(page):
    for view in ("/articles/hostile", "/events?q=Fiji", "/"):
        page.goto(view)
        page.wait_for_timeout(50)
        assert page.title() != "taken"
        assert page.locator("main script, main svg[onload]").count() == 0
    page.goto("/articles/hostile")
    assert SCRIPT in page.locator("h1").inner_text()
    assert page.faults == []


def test_web_browser_a_dossier_prints_without_the_desk_around_it(page, desk):
    page.goto(address(desk, "EVENT"))
    page.emulate_media(media="print")
    assert not page.locator(".masthead nav").is_visible()
    assert not page.get_by_role("button", name="Set").is_visible()
    assert page.locator(".notes").is_visible()
