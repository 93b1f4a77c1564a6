"""`deskproof.toml`: what it may say, and the one sentence for what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskproof.steps.project.settings import SettingsError, read_settings


def written(folder: Path, text: str) -> Path:
    file = folder / "deskproof.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_an_empty_file_has_every_default(tmp_path: Path) -> None:
    settings = read_settings(written(tmp_path, ""))
    assert settings.languages == ["en"]
    assert (settings.features, settings.claims) == ("features", ["features/claims.toml"])
    assert settings.vocabulary == ["deskproof"]
    assert (settings.gate, settings.quarantine) == ("gate.toml", "quarantine.toml")
    assert (settings.out, settings.history) == ("reports/out", "reports/history.db")
    assert (settings.desktop.adapter, settings.desktop.address, settings.desktop.command) == ("reference", None, None)


def test_a_file_says_everything(tmp_path: Path) -> None:
    settings = read_settings(
        written(
            tmp_path,
            """
            requires = ">=0.1"
            languages = ["de", "sv"]
            features = "qa/features"
            claims = ["one.toml", "qa/two.toml"]
            vocabulary = ["deskproof", "words.py", "package.words"]
            [desktop]
            adapter = "adapter.py"
            command = "{python} serve.py {port}"
            ready = "Serving"
            address = "http://127.0.0.1:{port}/?t={tenant}&c={catalogue}&o={organisation}"
            contains = "My desktop"
            hosts = "vendor"
            """,
        )
    )
    assert settings.languages == ["de", "sv"]
    assert (settings.desktop.ready, settings.desktop.hosts) == ("Serving", "vendor")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("languages = [", "is not TOML in UTF-8"),
        ("langauges = []", "has the key langauges, which does not exist; there are requires, languages, features"),
        ('requires = "soon"', "requires is 'soon': is not a range of versions; write one such as >=0.1,<0.2."),
        ('requires = ">=99"', "requires is >=99, and Deskproof 0."),
        ("languages = []", "languages is empty; name at least one."),
        ('languages = ["xx"]', "'xx' is not a language of Gherkin; write its code, such as en or sv."),
        ('languages = ["en", "en"]', "languages has a language twice; name each once."),
        ('languages = "en"', "languages is 'en'; write a list of texts."),
        ("features = 1", "features is 1; write a text in quotation marks."),
        ('features = " "', "features is blank; write a value, or leave the key out."),
        ('features = "../there"', "features is '../there': leads outside of the project; name a place in it"),
        ('out = "/tmp"', "out is '/tmp': leads outside of the project"),
        ("desktop = 1", "desktop is 1; write a table."),
        ("[desktop]\nadress = 'x'", "has the key desktop.adress, which does not exist; there are adapter, address"),
        ("[desktop]\naddress = 'http://x/{prot}'", "has {prot}; it may have {port}, {tenant}, {catalogue}"),
        ("[desktop]\ncommand = 'serve {tenant}'", "has {tenant}; it may have {port}, {python}."),
        ("[desktop]\ncommand = 'x'\nadapter = 'a.py'", "desktop.command has no address beside it; add desktop.address"),
        ("[desktop]\nfindings = 'ignore'", "desktop.findings is 'ignore'; write 'fail' or 'record'."),
        ("[desktop]\nhosts = 'mine'", "desktop.hosts is 'mine'; write 'simulator' or 'vendor'."),
        ("[desktop]\nready = 'x'", "desktop.ready has no command beside it"),
        (
            "[desktop]\naddress = 'http://x:{port}'\nadapter = 'a.py'",
            "desktop.address has {port}, and no command is given it",
        ),
        ("[desktop]\naddress = 'http://x'", "desktop.address is not that of the reference desktop; name its own"),
    ],
)
def test_what_is_wrong_is_one_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    file = written(tmp_path, text)
    with pytest.raises(SettingsError) as refused:
        read_settings(file)
    assert str(refused.value).startswith(str(file))
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value).replace("(", "").partition(" is not TOML")[0]


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "deskproof.toml").mkdir()
    with pytest.raises(SettingsError, match=r"cannot be read \(.*\); make it readable."):
        read_settings(tmp_path / "deskproof.toml")
