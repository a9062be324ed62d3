namespace OpenUpr.Sources.Pdf.Objects;

/// <summary>Puts a cross-reference table together by reading through a file whose own is damaged: every "12 0 obj" counts, the last one for a number wins.</summary>
internal static class XrefRebuilder
{
    /// <exception cref="SourceException">There is not one object in the file.</exception>
    public static XrefTable Rebuild(PdfObjects objects)
    {
        var found = new Dictionary<int, XrefEntry>();
        FindObjects(objects, found);
        if (found.Count == 0)
        {
            throw PdfError.Damaged("nothing in it can be found");
        }

        var table = new XrefTable { IsRebuilt = true };
        foreach (var (number, entry) in found)
        {
            table.Add(number, entry);
        }

        table.Trailer = FindTrailer(objects);
        ReadSpecialObjects(objects, table);
        return table;
    }

    private static void FindObjects(PdfObjects objects, Dictionary<int, XrefEntry> found)
    {
        var data = objects.Data.AsSpan(0, objects.Length);
        for (var at = 0; at < data.Length;)
        {
            objects.Budget.Step();
            var next = data[at..].IndexOf("obj"u8);
            if (next < 0)
            {
                break;
            }

            at += next;
            if (NumberBefore(data, at, out var number, out var start))
            {
                found[number] = new XrefEntry(start, -1);
                if (found.Count > PdfBudget.MaxObjects)
                {
                    throw PdfError.TooMuch("it has too many objects");
                }
            }

            at += 3;
        }
    }

    /// <summary>Reads "12 0 " backwards from the word that follows it.</summary>
    private static bool NumberBefore(ReadOnlySpan<byte> data, int at, out int number, out int start)
    {
        number = 0;
        var i = at;
        start = 0;
        return SkipSpaceBack(data, ref i) | true && DigitsBack(data, ref i, out _) && SkipSpaceBack(data, ref i) && DigitsBack(data, ref i, out number) && (start = i) >= 0;
    }

    private static bool SkipSpaceBack(ReadOnlySpan<byte> data, ref int at)
    {
        var first = at;
        while (at > 0 && PdfLexer.IsSpace(data[at - 1]))
        {
            at--;
        }

        return at < first;
    }

    private static bool DigitsBack(ReadOnlySpan<byte> data, ref int at, out int value)
    {
        const int MaxDigits = 9;
        var end = at;
        while (at > 0 && end - at < MaxDigits && data[at - 1] is >= (byte)'0' and <= (byte)'9')
        {
            at--;
        }

        value = 0;
        foreach (var b in data[at..end])
        {
            value = (value * 10) + b - '0';
        }

        return at < end;
    }

    /// <summary>The last trailer that names a root.</summary>
    private static PdfDictionary? FindTrailer(PdfObjects objects)
    {
        var data = objects.Data.AsSpan(0, objects.Length);
        for (var end = data.Length; end > 0;)
        {
            objects.Budget.Step();
            end = data[..end].LastIndexOf("trailer"u8);
            if (end < 0)
            {
                break;
            }

            var value = new PdfLexer(objects.Data, end + "trailer".Length, objects.Length, objects, objects.Budget).Read();
            if (value.Dictionary?.Raw("Root").Kind == PdfKind.Reference)
            {
                return value.Dictionary;
            }
        }

        return null;
    }

    /// <summary>Objects within object streams, and the root where no trailer names it.</summary>
    private static void ReadSpecialObjects(PdfObjects objects, XrefTable table)
    {
        var (root, stand) = (default(PdfValue), new PdfDictionary(objects));
        foreach (var (number, entry) in table.Entries.ToList())
        {
            if (objects.ReadAt(entry.Offset, out var value) != number || value.Dictionary is not { } dictionary)
            {
                continue;
            }

            switch (dictionary.Raw("Type").Name)
            {
                case "XRef" when table.Trailer is null && dictionary.Raw("Root").Kind == PdfKind.Reference:
                    table.Trailer = dictionary;
                    break;
                case "Catalog":
                    root = new PdfValue(PdfKind.Reference, number, null);
                    break;
                case "ObjStm" when value.Stream is { } stream && dictionary.Raw("N").IsNumber && dictionary.Raw("Filter").Kind != PdfKind.Reference:
                    foreach (var inside in ObjectStream.Read(objects, stream).Numbers)
                    {
                        table.Add(inside, new XrefEntry(0, number));
                    }

                    break;
                default:
                    break;
            }
        }

        if (table.Trailer is null)
        {
            stand["Root"] = root;
            table.Trailer = stand;
        }
    }
}
