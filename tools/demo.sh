#!/bin/sh
# The main job on corpus/: records of every paper, then the action sheet and the summary of every meeting in three
# formats. Uses only commands that a clerk would type.
set -eu
cd "$(dirname "$0")/.."
minutebook() { .venv/bin/python -m pipeline.cli "$@"; }

minutebook ingest corpus

count=0
for record in output/*/*/*.yaml; do
    id=${record#output/}
    id=${id%.yaml}
    case ${id##*/} in
    minutes | minutes-[0-9]*) sheets="action-sheet summary" ;;
    action-sheet | action-sheet-[0-9]*) sheets="action-sheet" ;;
    *) continue ;;
    esac
    for sheet in $sheets; do
        for format in md html docx; do
            # minutes.yaml -> minutes-action-sheet.md; action-sheet.yaml -> action-sheet.md
            out=output/${id%/*}/${id##*/}-$sheet.$format
            [ "${id##*/}" != "$sheet" ] || out=output/$id.$format
            minutebook render "$sheet" "$id" --format "$format" -o "$out" 2>/dev/null
            count=$((count + 1))
        done
    done
done

printf '\n%s sheets, made from the records beside them:\n' "$count"
for sheet in output/*/*/*action-sheet.md output/*/*/*summary.md; do
    printf '  %s (and .html, .docx)\n' "$sheet"
done
