namespace OpenUpr.Sources.Pdf.Objects;

/// <summary>A cross-reference section as a stream of binary columns (ISO 32000-1, 7.5.8).</summary>
internal static class XrefStream
{
    private const int Free = 0;
    private const int InFile = 1;
    private const int InContainer = 2;

    /// <param name="shift">To be added to offsets.</param>
    /// <returns>Its dictionary, which is the trailer too; null when it is none or damaged.</returns>
    public static PdfDictionary? Read(PdfObjects objects, PdfStream stream, int shift, XrefTable table)
    {
        var dictionary = stream.Dictionary;
        if (dictionary["Type"].Name != "XRef" || dictionary["W"].Array?.Numbers(3) is not { } widths || widths.Any(w => w is < 0 or > 8))
        {
            return null;
        }

        var content = objects.Decode(stream).AsSpan();
        var width = (int)(widths[0] + widths[1] + widths[2]);
        if (width == 0)
        {
            return null;
        }

        var at = 0;
        foreach (var (first, count) in Sections(dictionary))
        {
            for (var i = 0; i < count && at + width <= content.Length; i++, at += width)
            {
                objects.Budget.Step();
                var row = content.Slice(at, width);
                var kind = widths[0] == 0 ? InFile : Field(row[..(int)widths[0]]);
                var second = Field(row.Slice((int)widths[0], (int)widths[1]));
                var number = first + i;
                if (kind == InFile)
                {
                    table.Add(number, new XrefEntry((int)Math.Clamp(second + shift, -1, int.MaxValue), -1));
                }
                else if (kind == InContainer)
                {
                    table.Add(number, new XrefEntry(0, (int)Math.Clamp(second, 0, int.MaxValue)));
                }
                else if (kind == Free && !table.Entries.ContainsKey(number))
                {
                    table.Free.Add(number);
                }
            }
        }

        return dictionary;
    }

    private static IEnumerable<(int First, int Count)> Sections(PdfDictionary dictionary)
    {
        var index = dictionary["Index"].Array;
        if (index is null)
        {
            yield return (0, Math.Min(dictionary["Size"].Int, PdfBudget.MaxObjects));
            yield break;
        }

        for (var i = 0; i + 1 < index.Count; i += 2)
        {
            yield return (Math.Clamp(index[i].Int, 0, int.MaxValue / 2), Math.Clamp(index[i + 1].Int, 0, PdfBudget.MaxObjects));
        }
    }

    private static long Field(ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        foreach (var b in bytes)
        {
            value = (value << 8) | b;
        }

        return (long)Math.Min(value, int.MaxValue);
    }
}
