# The commands of a working day. `make help` lists them; README.md says more.
# The environment is .venv; it is made, and refreshed, only when requirements.lock or pyproject.toml have changed.

.DEFAULT_GOAL := help
SHELL := /bin/sh
# Images of containers often set it. Each process of a run would compile every module again, which is half of its start.
unexport PYTHONDONTWRITEBYTECODE
.PHONY: help run test test-code test-derived test-widgets test-scenarios failed-tests nightly check fix serve bench soak fuzz chaos journals mutants drift lock pictures widgets browser types
.DELETE_ON_ERROR:

BIN := .venv/bin
PYTHON ?=
ARGS ?=
# The order in which the tests of our own code run: the same everywhere, so that what fails here fails there; SEED= shuffles.
SEED ?= 20260115
# What `make test` runs, in this order; the scenarios are last, because people look at their report.
PARTS ?= code derived widgets scenarios
# The sample of derived defects that `make test` tries (docs/defects.md).
DERIVED ?= --sample 16 --seed 13 --scenarios 6 --tests tests/simulator --at-least 75
# The claims that `make test` judges on the vendor's widgets: about the station, several windows and an incoming call.
WIDGETS_OF_TEST := AD-006 AD-014 AD-028 AD-065
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# The claims that `make widgets` judges on the vendor's widgets: those with a scenario that passes, without the slowest.
WIDGETS ?= AD-006 AD-012 AD-013 AD-014 AD-015 AD-016 AD-017 AD-018 AD-028 AD-030 AD-033 AD-034 AD-043 AD-044 AD-045 \
  AD-046 AD-047 AD-062 AD-064 AD-065 AD-066 AD-068 AD-070 AD-078 AD-080 AD-081 AD-084 AD-090
UV := 0.13.9
TYPESCRIPT := 5.9.3
TSC := .cache/typescript-$(TYPESCRIPT)

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name says; do printf '  make %-8s %s\n' "$$name" "$$says"; done

run: .venv/installed browser ## set up everything, prove every scenario in a real browser, and ask the gate
	@$(BIN)/deskproof run $(ARGS); status=$$?; \
	$(if $(strip $(ARGS)),exit $$status,if [ $$status = 2 ]; then exit 2; fi; $(BIN)/deskproof gate)

test: .venv/installed browser ## set up everything and run all tests: our own code's, a sample of derived defects, the vendor's widgets, every scenario
	@failed=""; \
	for part in $(PARTS); do $(MAKE) --no-print-directory test-$$part || failed="$$failed, $$part"; done; \
	case "$$failed" in *code*) $(MAKE) --no-print-directory failed-tests;; esac; \
	if [ -n "$$failed" ]; then echo "Failed: $${failed#, }; what failed in each is above, in this order." >&2; exit 1; fi

test-code: .venv/installed browser
	@$(BIN)/python -m pytest tests -n auto --dist worksteal $(if $(SEED),--randomly-seed=$(SEED))

failed-tests:
	@echo "Tests of our own code failed; their summary is above what ran after them:"
	@$(BIN)/python -m pytest tests --last-failed --collect-only --quiet

test-derived: .venv/installed browser
	@$(BIN)/deskproof defects --derived $(DERIVED)

test-widgets:
	@$(MAKE) --no-print-directory widgets WIDGETS="$(WIDGETS_OF_TEST)"

test-scenarios: run

nightly: .venv/installed browser ## run the tests that `make test` leaves out because they take long, and all scenarios on the vendor's widgets
	@tests=0; widgets=0; \
	$(BIN)/python -m pytest tests -m nightly --nightly -n auto --dist worksteal || tests=$$?; \
	$(MAKE) --no-print-directory widgets || widgets=$$?; \
	exit $$((tests + widgets))

check: .venv/installed ## format, lint, types and import rules; changes nothing, needs no network once set up
	@failed=""; \
	$(BIN)/ruff format --check . || failed="$$failed, format"; \
	$(BIN)/ruff check . || failed="$$failed, lint"; \
	$(BIN)/mypy || failed="$$failed, types of Python"; \
	$(BIN)/lint-imports --no-logo --no-cache || failed="$$failed, import rules"; \
	$(BIN)/python docs/layers.py --check || failed="$$failed, picture of the layers (python docs/layers.py)"; \
	$(BIN)/python docs/reference.py --check || failed="$$failed, reference pages (python docs/reference.py)"; \
	$(MAKE) --no-print-directory types || failed="$$failed, types of JavaScript"; \
	if [ -n "$$failed" ]; then echo "Failed: $${failed#, }" >&2; exit 1; fi

fix: .venv/installed ## format the code and fix what lint can fix
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

widgets: .venv/installed browser ## prove on the vendor's widgets what they can show (examples/webex-widgets; needs Node.js and npm)
	@if ! command -v npm >/dev/null; then \
	  echo "Skipped: the vendor's widgets, because Node.js with npm is not installed."; \
	else \
	  cd examples/webex-widgets && ../../$(BIN)/deskproof run --pack sign-in --pictures failed \
	    --tags "$$(echo $(strip $(WIDGETS)) | sed 's/AD/@AD/g; s/ / or /g')" $(ARGS); \
	fi

serve: .venv/installed ## start the simulator and print the addresses and people to sign in with
	@$(BIN)/deskproof serve $(ARGS)

bench: .venv/installed browser ## measure how long everything takes, beside a bare script and two peers (needs Node.js and npm)
	@$(BIN)/python -m tests.bench $(ARGS)

soak: .venv/installed browser ## measure a working day of contacts with 1,000 agents; SOAK_SECONDS=3600 for an hour
	@$(BIN)/python -m tests.load

fuzz: .venv/installed ## try the simulator with what nobody expects, for two minutes; ARGS="--seconds 3600" for longer
	@$(BIN)/python -m tests.fuzz $(ARGS)

chaos: .venv/installed browser ## kill, fill and starve runs at random moments, for a quarter of an hour; ARGS="--moments 50" for a night
	@$(BIN)/python -m tests.chaos $(ARGS)

drift: .venv/installed browser ## compare the newest client of npm with the pinned one, entry by entry; ARGS="--client 3.11.0" for another version
	@$(BIN)/python -m tests.drift $(ARGS)

journals: .venv/installed browser ## run scenarios twenty times with 1, 2 and 4 workers, and compare outcomes and journals
	@$(BIN)/python -m tests.journals $(ARGS)

mutants: .venv/installed browser ## change the harness and the reports in a hundred places, and see which changes no test notices
	@$(BIN)/python -m tests.mutants $(ARGS)

lock: .venv/installed ## pin the newest fitting packages in requirements.lock
	@$(PIP) install uv==$(UV)
	@{ echo '# Every package Deskproof is installed from, pinned and hashed, for every platform. Made by `make lock`; do not edit.'; \
	   $(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade --quiet \
	     --generate-hashes --no-emit-index-url --no-header --no-annotate; } > requirements.lock.new
	@mv requirements.lock.new requirements.lock

pictures: .venv/installed browser ## take the pictures of the README again, after `make run`
	@$(BIN)/python docs/pictures/take.py

browser: .venv/installed
	@$(BIN)/python -m deskproof.steps.browsers.ready

# The JavaScript of the desktop, of the console and of the report is checked against its JSDoc types. Node.js serves only this and the tests with the vendor's SDK.
types:
	@if ! command -v npm >/dev/null; then \
	  echo "Skipped: the types of the JavaScript, because Node.js with npm is not installed."; \
	else \
	  $(MAKE) --no-print-directory $(TSC) && $(TSC)/node_modules/.bin/tsc --project simulator/desktop/tsconfig.json && \
	  $(TSC)/node_modules/.bin/tsc --project simulator/console/tsconfig.json && $(TSC)/node_modules/.bin/tsc --project reports/html/tsconfig.json && \
	  echo "Success: no issues found in the JavaScript of the desktop, of the console and of the report"; \
	fi

$(TSC):
	@rm -rf .cache/typescript*
	@npm install --prefix $@.new --no-save --no-audit --no-fund --loglevel=error typescript@$(TYPESCRIPT) || \
	  { echo "TypeScript $(TYPESCRIPT) could not be fetched (see above); check the network and run make again." >&2; exit 2; }
	@mv $@.new $@

.venv/installed: requirements.lock pyproject.toml
	@python=''; \
	for name in $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11); do \
	  if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then python="$$name"; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "No Python 3.11 or newer was found on the PATH; install one, or name it: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)" >&2; exit 2; \
	fi; \
	if ! $(BIN)/python -m pip --version >/dev/null 2>&1; then \
	  rm -rf .venv; echo "Setting up .venv ($$("$$python" --version)); this takes a minute, once."; \
	  if ! "$$python" -m venv .venv >.venv.log 2>&1; then \
	    rm -rf .venv; echo "$$python could not make a virtual environment (see .venv.log); on Debian and Ubuntu install the package python3-venv." >&2; exit 2; \
	  fi; rm -f .venv.log; \
	fi
	@$(PIP) install --require-hashes --requirement requirements.lock || \
	  { echo "The packages of requirements.lock could not be installed (see above); check the network or pip's index setting and run make again." >&2; exit 2; }
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
