"""Packages: what is imported is this project's, and nothing in it hides something else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("dashboard", "components", "data")


def modules(*folders):
    """Name the modules and packages that lie directly in the folders."""
    found = [path for folder in folders for path in folder.iterdir()]
    return {
        path.stem
        for path in found
        if path.suffix == ".py" or (path.is_dir() and any(path.glob("*.py")))
    }


def test_a_clean_interpreter_elsewhere_imports_this_project(tmp_path):
    """The names are common words: another package of that name must not come first."""
    code = f"import json, {', '.join(PACKAGES)}\n"
    code += f"print(json.dumps([p.__file__ for p in ({', '.join(PACKAGES)})]))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stderr}\nInstall the project: pip install -e '.[dev]'"
    files = [Path(file).resolve() for file in json.loads(done.stdout)]
    assert files == [(ROOT / package / "__init__.py").resolve() for package in PACKAGES]


def test_the_facts_load_from_anywhere(tmp_path):
    code = "from data import facts; print(len(facts.load()))"
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "39\n"), done.stderr


def test_the_data_layer_loads_neither_screen_nor_charts(tmp_path):
    code = "import sys; from data import facts, questions, selection; facts.load()\n"
    code += "print(sorted({'streamlit', 'plotly'} & set(sys.modules)))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout == "[]\n", done.stderr


def test_no_module_beside_the_app_hides_a_standard_one_or_a_layer():
    """Streamlit puts the folder of the app first on the path: a `data.py` there would win."""
    names = modules(ROOT / "dashboard") - {"__init__"}
    hidden = names & (set(sys.stdlib_module_names) | {"data", "components", "streamlit", "pandas"})
    assert hidden == set()
    assert names, "the folder of the app has no module at all"


@pytest.mark.parametrize("package", PACKAGES)
def test_no_package_of_ours_is_called_like_a_standard_one(package):
    assert package not in sys.stdlib_module_names
    assert (ROOT / package / "__init__.py").is_file()
