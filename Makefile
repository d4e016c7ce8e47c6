# Uplift: `make demo` shows it, `make test` proves it; the rest is for developers.
PYTHON ?= python3

.PHONY: help setup demo developer tester test check fix screens bench lock

help: ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

setup: ## put everything Uplift needs into this folder (quick when nothing changed)
	@$(PYTHON) -m tools.setup

demo: ## made-up boards on this machine: prints the address and the people
	@$(PYTHON) -m tools.setup --demo
	@.venv/bin/uplift demo

developer:
	@$(PYTHON) -m tools.setup --dev

tester:
	@$(PYTHON) -m tools.setup --dev --tests

test: tester ## all tests, on SQLite with coverage and then on PostgreSQL
	@.venv/bin/python -m tools.suite

check: developer ## style, types, order of the house, budgets, packs, migrations
	@.venv/bin/python -m tools.check

fix: developer ## mend what ruff and djade can mend
	@.venv/bin/python -m tools.check --fix

screens: tester ## pictures of the pages into build/screens
	@.venv/bin/python -m tools.suite --screens

bench: tester ## speed, as a table and as build/bench.json
	@.venv/bin/python -m tools.suite --bench

lock: developer ## compile the requirements again from pyproject.toml
	@.venv/bin/python -m tools.lock
