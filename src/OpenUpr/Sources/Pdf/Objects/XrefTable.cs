namespace OpenUpr.Sources.Pdf.Objects;

/// <summary>Where an object is.</summary>
/// <param name="Offset">In the file, when it stands by itself.</param>
/// <param name="Container">The object stream that it is in, or -1.</param>
internal readonly record struct XrefEntry(int Offset, int Container);

/// <summary>Where every object of a file is.</summary>
internal sealed class XrefTable
{
    public Dictionary<int, XrefEntry> Entries { get; } = [];

    /// <summary>Numbers that the newest section calls free: an older section's place for them is out of date.</summary>
    public HashSet<int> Free { get; } = [];

    public PdfDictionary? Trailer { get; set; }

    /// <summary>True when it was put together by reading through the file.</summary>
    public bool IsRebuilt { get; init; }

    /// <summary>Keeps the first place that is added for a number: sections are read from the newest to the oldest.</summary>
    public void Add(int number, XrefEntry entry)
    {
        if (number < 0 || Free.Contains(number))
        {
            return;
        }

        if (Entries.Count >= PdfBudget.MaxObjects)
        {
            throw PdfError.TooMuch("it has too many objects");
        }

        Entries.TryAdd(number, entry);
    }
}
