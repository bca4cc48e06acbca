# `make` lists the commands; `make run` and `make test` need no other step.
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
PYTEST_ARGS ?= -n 2 --dist worksteal
SCREENSHOTS ?= build/screenshots
# Tests and the program start many processes; without bytecode each would compile every module anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup run test check format bench evaluate screenshots translations tables letters pins clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

setup: ## prepare .venv and the system libraries; quick when nothing changed
	@sh packaging/setup.sh

run: setup ## open the program with demonstration data; without a screen, leave pictures in build/demo
	@sh packaging/run.sh

test: check ## all checks and all tests
	$(BIN)/pytest $(PYTEST_ARGS)

check: setup ## the quick checks: style, types, import contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: setup ## put the code into its form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: setup ## measure, each figure as a ratio
	$(BIN)/python -m tests.benchmarks

evaluate: setup ## how well the pre-check does on the development corpus and on the blind one
	$(BIN)/python -m tests.corpus.evaluate
	$(BIN)/python -m tests.corpus.wide
	$(BIN)/python -m tests.corpus.blind_evaluate

screenshots: setup ## pictures of every screen, light and dark, German and English
	$(BIN)/python packaging/screenshots.py $(SCREENSHOTS)

translations: setup ## bring new strings into the German catalogue and compile it
	$(BIN)/python packaging/translations.py update
	$(BIN)/python packaging/translations.py compile
	$(BIN)/python packaging/translations.py missing

tables: setup ## write the file table of ARCHITECTURE.md anew
	$(BIN)/python packaging/file_table.py

letters: setup ## draw the guides and write the sample letters anew, from their texts
	$(BIN)/python packaging/guides.py
	$(BIN)/python packaging/letter_samples.py

pins: setup ## write the pinned requirements anew, from what is installed in .venv
	$(BIN)/python packaging/pins.py

clean: ## remove what was built; .venv stays
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
