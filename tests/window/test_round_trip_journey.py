# SPDX-License-Identifier: GPL-2.0-or-later
"""There and back: a municipality delivers, its province reviews and answers, the municipality answers and delivers again; each at a computer of its own."""

import json
import shutil
import zipfile

DIALOG = "QgsProcessingDialogBase"
FORM = "Antwoord van de provincie"  # its title begins so
NAME = "LMVW_GM9999_2026-01-01"
LAYERS = "{one.name(): [one.readOnly(), one.featureCount(), one.isValid()] for one in QgsProject.instance().mapLayers().values()}"
CHECKED = "widget('review_words').text()"
REMARKS = "QgsProject.instance().mapLayersByName('Antwoord van de provincie')[0]"
WORDS, DETAIL = "widget('desk_words').text()", "widget('desk_detail').toPlainText()"
LINES = "[widget('desk_list').item(at).text() for at in range(widget('desk_list').count())]"
REMARK, QUESTION, MISSING = "Ligt over de dijk", "Hoort de school hierbij?", "Hier ontbreekt een plan"
BEFORE = "QgsProject.instance().layerTreeRoot().findLayer(QgsProject.instance().mapLayersByName('Vorige plannen')[0].id())"
THEN = "widget('desk_swipe_then')"
PLACE = 149_000, 506_500


def run(window, *entries, **given):
    """Choose an entry of the menu, fill its window in by hand, and run it until it says that it is done."""
    window.choose(*entries)
    window.opens(DIALOG)
    for name, text in given.items():
        window.click(f"window('{DIALOG}').mainWidget().wrappers['{name}'].wrappedWidget().findChild(QLineEdit)")
        window.keys("ctrl+a")
        window.type(str(text))
        window.keys("Tab")
    window.click(f"button('Uitvoeren', '{DIALOG}')")
    window.wait(f"'Resultaten' in words('{DIALOG}') and button('Uitvoeren', '{DIALOG}').isEnabled() and idle()")
    window.picture(entries[-1])
    said = window.read(f"words('{DIALOG}')")
    window.click(f"button('Sluiten', '{DIALOG}')")
    window.wait(f"not opened('{DIALOG}')")
    return said


def deliver(window):
    window.press("lmvw_exportdelivery")
    window.opens("lmvw_delivery")
    window.click("button('Levering maken')")
    window.sees("Het pakket is geschreven, teruggelezen en vergeleken", "lmvw_delivery")
    window.keys("Escape")
    window.wait("not shown()")


def write(window, text, key):
    """In the line of the panel that has the keyboard."""
    window.wait("focused('desk_text')")
    window.type(text)
    window.keys(key)
    window.wait("widget('desk_text').text() == '' and focused('desk_list')")


def test_there_and_back_in_a_window(desks):
    post = desks.folder / "post"
    post.mkdir()
    # The municipality delivers.
    window = desks.sit("gemeente")
    path = window.open_sample()
    deliver(window)
    shutil.copy(path.parent / "levering" / f"{NAME}.zip", post / "eerste.zip")
    # The province opens and reviews.
    window = desks.sit("provincie")
    review = window.folder / "beoordeling.gpkg"
    run(window, "lmvw_province", "lmvw_opendeliveries", INPUT=post, OUTPUT=review)
    window.wait("len(QgsProject.instance().mapLayersByName('Overzicht per gemeente')) == 1 and idle()")
    assert window.read(LAYERS)["Plannen in beoordeling"] == [True, 42, True]
    window.choose("lmvw_province", "lmvw_desk_panel")
    window.wait(f"len({LINES}) == 43 and focused('desk_list')")
    strijdig = window.read(LINES)[1].removeprefix("○ ")
    window.keys("1")
    window.wait(f"'[strijdig met provinciaal beleid]' in {LINES}[1]")
    window.keys("o")
    write(window, REMARK, "Return")
    window.keys("g")
    window.keys("2")
    window.wait(f"'[niet beoordeeld]' in {LINES}[2]")
    window.keys("n", "o")
    write(window, QUESTION, "shift+Return")
    window.show_map(*PLACE, 2000)
    window.keys("k")
    window.click_map(*PLACE)
    write(window, MISSING, "Return")
    window.picture("reviewed")
    window.click("widget('desk_close')")
    window.wait(f"'Afgesloten door' in {WORDS}")
    said = run(window, "lmvw_province", "lmvw_makeanswers", INPUT=review, FOLDER=window.folder)
    assert "nog niet afgesloten" not in said
    answer = window.folder / "LMVW_antwoord_GM9999_2026-01-01.zip"
    # The municipality opens the answer, and reacts: in the panel Controle and in the layer.
    window = desks.sit("gemeente")
    window.do("later(lambda: iface.addProject(path))", path=str(path.with_suffix(".qgz")))
    window.wait("QgsProject.instance().fileName().endswith('markerwaard.qgz') and plans().isValid() and idle()")
    window.do("iface.setActiveLayer(plans())")
    said = run(window, "lmvw_openanswer", ANSWER=answer)
    assert strijdig in said
    window.wait("len(QgsProject.instance().mapLayersByName('Antwoord van de provincie')) == 1 and idle()")
    assert window.read(LAYERS)["Antwoord van de provincie"][1:] == [5, True]
    window.picture("answered")
    window.press("lmvw_check_on_map")
    window.sees("gecontroleerd")
    window.click("button('Wat nu te doen')")
    window.wait(f"'Gecontroleerd op' in {CHECKED}")
    window.fill("widget('review_search')", QUESTION)
    window.wait("widget('review_tree').model().rowCount() == 1")
    window.click("widget('review_next')")
    window.click("button('Accepteren…')")
    window.opens("lmvw_accept")
    window.keys("ctrl+a")
    window.type("Ja, de school hoort erbij")
    window.click("button('Accepteren', 'lmvw_accept')")
    window.wait(f"'geaccepteerd' in {CHECKED} and idle()")
    window.do(f"iface.setActiveLayer({REMARKS})")
    window.click("iface.actionToggleEditing()")
    window.wait(f"{REMARKS}.isEditable()")
    window.do(
        f"iface.openFeatureForm({REMARKS}, [one for one in {REMARKS}.getFeatures() if one['tekst'] == text][0], False, False)", text=MISSING
    )
    window.opens(FORM)
    window.click(f"[field for field in window('{FORM}').findChildren(QPlainTextEdit) if not field.isReadOnly()][0]")
    window.type("Dat plan volgt in juli")
    window.picture("reaction")
    window.click(f"button('OK', '{FORM}')")
    window.wait(f"not opened('{FORM}')")
    window.click("iface.actionSaveActiveLayerEdits()")
    window.wait(f"not {REMARKS}.isModified()")
    window.do("plans().isEditable() and plans().commitChanges()")
    window.do("iface.setActiveLayer(plans())")
    deliver(window)
    shutil.copy(path.parent / "levering" / f"{NAME}.zip", post / "tweede.zip")
    with zipfile.ZipFile(post / "tweede.zip") as packed:
        told = json.loads(packed.read("manifest.json"))["reacties"]
    assert sorted(told.values()) == ["Dat plan volgt in juli", "Ja, de school hoort erbij"]
    # The province sees how each was dealt with, and closes what is done.
    window = desks.sit("provincie")
    run(window, "lmvw_province", "lmvw_opendeliveries", INPUT=post, OUTPUT=review)
    window.choose("lmvw_province", "lmvw_desk_panel")
    window.wait(f"len({LINES}) == 43 and focused('desk_list') and '5 labels of opmerkingen' in {WORDS}")
    window.keys("t")
    window.wait(f"not {BEFORE}.isVisible()")
    window.keys("t")
    window.wait(f"{BEFORE}.isVisible()")
    window.keys("s")
    window.wait(f"{THEN}.picture is not None")
    was = window.read(f"{THEN}.width()")
    window.click("widget('desk_swipe_line')")
    window.qgis.screen.xdotool("mousedown", 1, "mousemove_relative", "--", -60, 0, "mousemove_relative", "--", -40, 0, "mouseup", 1)
    window.wait(f"{THEN}.width() == {was - 100}")
    window.picture("swiped")
    window.keys("period", "period", "s")
    window.wait("not [one for one in iface.mapCanvas().findChildren(QWidget) if one.objectName() == 'desk_swipe_line']")
    window.keys("n", "n")
    window.wait(f"'De gemeente antwoordt: Ja, de school hoort erbij' in {DETAIL}")
    window.picture("heard")
    window.keys("a")
    window.wait(f"{QUESTION!r} not in {DETAIL}")
