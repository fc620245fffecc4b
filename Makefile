# Every command prepares what it needs first: see tools/prepare.py. `make` alone lists the commands.
BIN := .venv/bin
SAMPLE := build/Chet-Nura.ayil
# The frozen program is tried on a real screen; where there is none, on a virtual one.
SCREEN := $(if $(DISPLAY)$(WAYLAND_DISPLAY),,xvfb-run -a)
OFFSCREEN := QT_QPA_PLATFORM=offscreen

.PHONY: help prepare run test check look bench torture dist catalogues lock

help: ## these lines
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile | expand -t 20

prepare:
	@python3 tools/prepare.py

run: $(SAMPLE) ## open the window on the Chet-Nura sample
	$(BIN)/ayil-desktop $(SAMPLE)

$(SAMPLE): | prepare
	@mkdir -p $(@D)
	$(BIN)/ayil-desktop sample chet-nura $@

test: check ## form, types, contracts, catalogues, and the whole suite
	$(OFFSCREEN) $(BIN)/python -m pytest -q -n auto --dist loadfile

check: prepare ## form, types, contracts, catalogues, dead code
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python tools/dead_code.py
	$(OFFSCREEN) $(BIN)/python -m pytest -q tests/test_catalogues.py

look: prepare ## pictures of every screen and page, in build/look/
	$(OFFSCREEN) $(BIN)/python -m tests.look

bench: prepare ## speed and memory as ratios to floors measured in the same run
	$(OFFSCREEN) $(BIN)/python -m tests.bench

torture: prepare ## kills, power cuts, full disks, bit flips: the full numbers
	$(OFFSCREEN) $(BIN)/python -m tests.torture

dist: prepare ## the frozen program in dist/, and its self-check
	$(BIN)/pyinstaller --noconfirm --distpath dist --workpath build/pyinstaller build.spec
	$(SCREEN) dist/ayil-desktop/ayil-desktop --self-check

catalogues: prepare ## collect the texts to translate, bring every catalogue up to date, compile
	$(BIN)/python -m tools.catalogues update

lock: ## requirements.lock anew from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --group dev --group dist --universal --python-version 3.11 \
		--generate-hashes --no-header --output-file requirements.lock
