namespace OpenUpr.Sources.Pdf.Objects;

/// <summary>Reads a cross-reference table of either form, with its older sections (ISO 32000-1, 7.5.4 and 7.5.8).</summary>
internal static class XrefReader
{
    private const int MaxSections = 1024;
    private const int TailBytes = 2048;

    /// <returns>Null when any part of it is damaged.</returns>
    public static XrefTable? Read(PdfObjects objects)
    {
        var data = objects.Data.AsSpan(0, objects.Length);
        var head = Math.Max(0, data[..Math.Min(1024, data.Length)].IndexOf("%PDF-"u8));
        var tailStart = Math.Max(0, data.Length - TailBytes);
        var word = data[tailStart..].LastIndexOf("startxref"u8);
        if (word < 0)
        {
            return null;
        }

        var lexer = new PdfLexer(objects.Data, tailStart + word + "startxref".Length, objects.Length, null, objects.Budget);
        var table = new XrefTable();
        var waiting = new Stack<int>([lexer.Read().Int]);
        var seen = new HashSet<int>();
        while (waiting.TryPop(out var offset))
        {
            if (seen.Count >= MaxSections || !seen.Add(offset))
            {
                continue;
            }

            if (!ReadSection(objects, offset, head, table, waiting))
            {
                return null;
            }
        }

        return table.Trailer is null ? null : table;
    }

    private static bool ReadSection(PdfObjects objects, int offset, int head, XrefTable table, Stack<int> waiting)
    {
        // Offsets count from the header, which does not always stand at the file's beginning.
        foreach (var at in head == 0 ? [offset] : new[] { offset + head, offset })
        {
            if (at < 0 || at >= objects.Length)
            {
                continue;
            }

            var lexer = new PdfLexer(objects.Data, at, objects.Length, objects, objects.Budget);
            var trailer = lexer.Read() is { } first && first.IsKeyword("xref") ? ReadTable(lexer, at - offset, table)
                : objects.ReadAt(at, out var value) >= 0 && value.Stream is { } stream ? XrefStream.Read(objects, stream, at - offset, table)
                : null;
            if (trailer is not null)
            {
                table.Trailer ??= trailer;
                if (trailer.Raw("Prev").IsNumber)
                {
                    waiting.Push(trailer.Raw("Prev").Int);
                }

                if (trailer.Raw("XRefStm").IsNumber)
                {
                    waiting.Push(trailer.Raw("XRefStm").Int);
                }

                return true;
            }
        }

        return false;
    }

    private static PdfDictionary? ReadTable(PdfLexer lexer, int shift, XrefTable table)
    {
        while (true)
        {
            var first = lexer.Read();
            if (first.IsKeyword("trailer"))
            {
                return lexer.Read().Dictionary;
            }

            var count = lexer.Read();
            if (!first.IsNumber || !count.IsNumber || count.Number > PdfBudget.MaxObjects)
            {
                return null;
            }

            for (var i = 0; i < count.Int; i++)
            {
                var (offset, _, kind) = (lexer.Read(), lexer.Read(), lexer.Read());
                if (!offset.IsNumber || kind.Keyword is not ("n" or "f"))
                {
                    return null;
                }

                var number = (int)Math.Min((long)first.Int + i, int.MaxValue);
                if (kind.Keyword == "n")
                {
                    table.Add(number, new XrefEntry((int)Math.Min((long)offset.Int + shift, int.MaxValue), -1));
                }
                else if (!table.Entries.ContainsKey(number))
                {
                    table.Free.Add(number);
                }
            }
        }
    }
}
