# Every command there is. The first two are all that a fresh machine needs.
.PHONY: run test bench evaluate package screenshot format libraries

BIN = .venv/bin

run: libraries .venv/ready
	$(BIN)/kzannotate demo

# Every check and every test, in the order of their speed; the closing line is pytest's own.
test: export QT_QPA_PLATFORM = offscreen
test: libraries .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/pytest

# make bench: all figures; make bench NAME=csv: one
bench: libraries .venv/ready
	$(BIN)/python -m tests.bench $(NAME)

# How good the suggestions are, over marked documents; see docs/suggestions.md
evaluate: libraries .venv/ready
	$(BIN)/python -m tests.eval_suggest

# A folder in dist/ that runs without Python: dist/kzannotate/kzannotate
package: libraries .venv/ready
	$(BIN)/pip install --quiet --constraint constraints.txt --no-build-isolation --editable '.[package]'
	$(BIN)/pyinstaller --noconfirm --clean --log-level WARN packaging/kzannotate.spec

# The README's picture; packaging/screenshot.py has others to look at.
screenshot: export QT_QPA_PLATFORM = offscreen
screenshot: libraries .venv/ready
	$(BIN)/python packaging/screenshot.py

format: .venv/ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

libraries:
	@packaging/linux/system-libraries.sh

.venv/ready: pyproject.toml constraints.txt packaging/hashed.txt packaging/set-up.sh
	packaging/set-up.sh
	touch $@
