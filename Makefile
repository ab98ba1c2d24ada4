# make demo    papers of corpus/ -> records and sheets in output/
# make test    everything that is checked before a change goes in
# Both set up what they need first (tools/setup.sh): .venv in this folder, system packages where they may be installed.

PY := .venv/bin/python

.PHONY: demo test setup lint schema accuracy reformed bench bench-search test-scale hostile fuzz sbom audit lock clean

demo: setup
	@$(PY) -m tools.demo

# two cores take a little over half the time of one; a file's tests stay together, since they share what they have read
test: lint
	$(PY) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

lint: setup
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports

setup:
	@sh tools/setup.sh

# docs/record.schema.json from the record's types
schema: setup
	$(PY) -m tools.schema

# docs/accuracy.md and tests/gold/scores.json: how right the records of the real papers in ../shared are.
# Entries say how sure they are by the same figures, so output/ is renewed too.
accuracy: setup
	$(PY) -m tools.accuracy
	@$(PY) -m tools.demo

# what a page costs against reading its bare text, stage by stage; written to docs/performance.md
# (RIVALS="kreuzberg unstructured": against these too, each in build/rivals; unstructured takes 7 GB of disc)
bench: setup
	$(PY) -m tools.bench --write --rivals $(or $(RIVALS),kreuzberg)

# how quick search is on a hundred thousand and on a million rows; written to docs/performance.md
# (RECORDS=../some/workspace: rows made from its records)
bench-search: setup
	$(PY) -m tools.scale_index --records $(or $(RECORDS),.) --write

# ten thousand unchanged papers in under five seconds: some minutes to make them
test-scale: setup
	SCALE=1 $(PY) -m pytest -s tests/test_scale.py

# all of ../shared/hostile, and adverse lines of a megabyte against every rule: some minutes (make test reads a few of them)
hostile: setup
	HOSTILE=all $(PY) -m pytest -s tests/test_hostile.py tests/test_clock.py

# the readers and the YAML loader, fed with changed papers, a minute each (SECONDS_EACH=600: longer)
fuzz: setup
	@sh tools/fuzz.sh

# build/sbom.json: every library of the lock, as CycloneDX
sbom: setup
	@mkdir -p build
	.venv/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible --of JSON -o build/sbom.json

# the same papers as Word, HTML, PDF and text: what records lose when only a paper's form changes; into build/reformed
reformed: setup
	$(PY) -m tools.reformed

# known weaknesses of the locked libraries; says so and passes where the database of them can't be reached
audit: setup
	@sh tools/audit.sh

# requirements.lock from the ranges in pyproject.toml
lock: setup
	@sh tools/lock.sh

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
