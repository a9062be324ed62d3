#!/usr/bin/env bash
# Whether LibreOffice still opens Office files after they were cleaned, and draws the same pages: tools/office-check.sh FOLDER [FILE...]
# Makes .docx, .xlsx, .pptx, .odt and .ods with LibreOffice from pages of its own, and takes the named files besides; pictures of both stay in FOLDER.
# Needs soffice with Writer, Calc and Impress, pdftoppm and ImageMagick's compare; the CI machine has none of them.
set -euo pipefail
folder=$(realpath -m "$1"); shift
root=$(cd "$(dirname "$0")/.." && pwd)
clean="dotnet ${BENCHMARKS:-$root/artifacts/bin/OpenUpr.Benchmarks/release/OpenUpr.Benchmarks.dll} clean"
office() { timeout 120 soffice -env:UserInstallation="file://$folder/profile" --headless "$@" >/dev/null 2>&1; }
mkdir -p "$folder/made" "$folder/clean" "$folder/pdf/made" "$folder/pdf/clean"
python3 - "$folder/picture.png" <<'P'
import struct, sys, zlib
row = lambda y: b"\0" + b"".join(bytes((x * 2, y * 2, 128)) for x in range(120))
part = lambda kind, body: struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
open(sys.argv[1], "wb").write(b"\x89PNG\r\n\x1a\n" + part(b"IHDR", struct.pack(">IIBBBBB", 120, 120, 8, 2, 0, 0, 0)) + part(b"tEXt", b"Author\0Somebody") + part(b"IDAT", zlib.compress(b"".join(map(row, range(120))))) + part(b"IEND", b""))
P
picture=$(base64 -w0 "$folder/picture.png")
cat >"$folder/text.html" <<H
<html><head><title>Statement</title><meta name="author" content="Somebody"></head><body><h1>A statement</h1><p>Words with <b>weight</b>, <i>slant</i> and a <a href="https://example.org">link</a>.</p>
<table border="1"><tr><th>Village</th><th>Year</th></tr><tr><td>Lower Mill</td><td>2024</td></tr></table><ul><li>first</li><li>second</li></ul><p><img src="data:image/png;base64,$picture" width="120" height="120"></p><p dir="rtl">كلمات</p></body></html>
H
printf 'Village,Year,Count\nLower Mill,2024,12\nUpper Mill,2025,7\n' >"$folder/table.csv"
cat >"$folder/slides.fodp" <<'X'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.presentation">
<office:meta><meta:initial-creator>Somebody</meta:initial-creator></office:meta>
<office:body><office:presentation><draw:page draw:name="one"><draw:frame svg:x="2cm" svg:y="2cm" svg:width="20cm" svg:height="4cm"><draw:text-box><text:p>A statement on two slides</text:p></draw:text-box></draw:frame></draw:page>
<draw:page draw:name="two"><draw:rect svg:x="3cm" svg:y="3cm" svg:width="8cm" svg:height="5cm"><text:p>Lower Mill</text:p></draw:rect></draw:page></office:presentation></office:body></office:document>
X
office --convert-to odt:writer8 --outdir "$folder/made" "$folder/text.html"
office --convert-to 'docx:MS Word 2007 XML' --outdir "$folder/made" "$folder/made/text.odt"
office --convert-to ods --outdir "$folder/made" "$folder/table.csv"
office --convert-to xlsx --outdir "$folder/made" "$folder/table.csv"
for kind in 'pptx:Impress MS PowerPoint 2007 XML' 'odp:impress8'; do office --infilter='OpenDocument Presentation Flat XML' --convert-to "$kind" --outdir "$folder/made" "$folder/slides.fodp" || true; done
for file in "$@"; do cp "$file" "$folder/made/"; done
wrong=0
for file in "$folder"/made/*; do
  name=$(basename "$file")
  $clean "$file" "$folder/clean/$name" || { echo "$name: no clean copy"; continue; }
  for which in made clean; do
    office --convert-to pdf --outdir "$folder/pdf/$which" "$folder/$which/$name" || true
    rm -f "$folder/pdf/$which/$name"-*.png
    pdftoppm -r 50 -png "$folder/pdf/$which/${name%.*}.pdf" "$folder/pdf/$which/$name" || true
    rm -f "$folder/pdf/$which/${name%.*}.pdf"
  done
  pages=0
  for page in "$folder/pdf/made/$name"-*.png; do
    other="$folder/pdf/clean/$(basename "$page")"
    pages=$((pages + 1))
    if [ ! -e "$other" ]; then echo "$name: a page is missing"; wrong=1
    else dots=$(compare -metric AE "$page" "$other" null: 2>&1 || true); [ "$dots" = 0 ] || { echo "$name page $pages: $dots dots differ"; wrong=1; }; fi
  done
  echo "$name: $pages pages drawn"
done
exit $wrong
