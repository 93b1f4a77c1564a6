"""`deskproof report`: renders again, and says what is wrong with a folder that has no record."""

from pathlib import Path

from click.testing import CliRunner

from steps.cli import main
from tests.reports.invented import write_run


def test_it_renders_a_run_again(tmp_path: Path) -> None:
    write_run(tmp_path / "run")
    made = CliRunner().invoke(main, ["report", str(tmp_path / "run")])
    assert made.exit_code == 0, made.output
    assert "The product failed one scenario." in made.output
    assert (tmp_path / "run" / "report.html").is_file()


def test_a_folder_without_a_record_is_one_sentence_and_exit_status_2(tmp_path: Path) -> None:
    refused = CliRunner().invoke(main, ["report", str(tmp_path)])
    assert refused.exit_code == 2
    assert "holds no events-*.ndjson" in refused.output
    assert "Traceback" not in refused.output
