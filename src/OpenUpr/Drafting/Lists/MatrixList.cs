namespace OpenUpr.Drafting.Lists;

/// <summary>A list as it is printed: heads of columns, and rows under themes.</summary>
/// <param name="Head">One text for each column.</param>
/// <param name="Assessment">The column that those who use the list fill in; null where the list has none (cycle 4): the next one then.</param>
/// <param name="Rows">In order.</param>
public sealed record MatrixList(IReadOnlyList<string> Head, int? Assessment, bool IsLandscape, string Language, IReadOnlyList<ListedRow> Rows)
{
    /// <summary>What stands at the head of the pages, without their number; null for nothing.</summary>
    public string? PageHead { get; init; }

    /// <summary>What stands at their foot; null for nothing.</summary>
    public string? PageFoot { get; init; }
}

/// <summary>A recommendation in a list.</summary>
/// <param name="Theme">The heading above it as printed; empty above the first one.</param>
/// <param name="Cells">One text for each column of the head; lines parted by "\n".</param>
/// <param name="Key">The same for rows that say the same.</param>
/// <param name="Filled">What stands in the column to be filled in.</param>
public sealed record ListedRow(string Theme, string? Number, IReadOnlyList<string> Cells, string? Position, string Key, FilledCell Filled);

/// <summary>What is written about a row: what the list's last column holds, in the order in which it stands there.</summary>
public sealed record FilledCell(string? Value, string? Comment, string? Challenges, string? Assistance)
{
    public static readonly FilledCell Empty = new(null, null, null, null);

    public bool IsEmpty => Value is null && Comment is null && Challenges is null && Assistance is null;

    public static FilledCell Of(Storage.MatrixEntry entry) => new(entry.Value, entry.Comment, entry.Challenges, entry.Assistance);

    /// <summary>As it stands in a cell: the value, what was done, challenges, help needed; a line begins each.</summary>
    /// <param name="words">Of the coalition; the scale's own where there are none.</param>
    public string Write(string language, ScaleWording? words = null)
    {
        var lines = new List<string>();
        Add(lines, null, (words ?? ScaleWording.Standard).Word(Value, language));
        Add(lines, null, Comment);
        Add(lines, "challenges", Challenges);
        Add(lines, "assistance", Assistance);
        return string.Join('\n', lines);

        void Add(List<string> to, string? code, string? text)
        {
            if (text is not null)
            {
                to.Add(code is null ? text : $"{MatrixWording.Of(code, language)} {text}");
            }
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote; words that somebody typed into the cell are the comment.</summary>
    public static FilledCell Read(string text, ScaleWording? words = null)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).SkipWhile(l => l.Length == 0).ToList();
        var value = lines.Count > 0 ? (words ?? ScaleWording.Standard).ByWord(lines[0]) : null;
        var parts = new Dictionary<string, List<string>> { ["comment"] = [], ["challenges"] = [], ["assistance"] = [] };
        var part = "comment";
        foreach (var line in lines.Skip(value is null ? 0 : 1))
        {
            var rest = line;
            part = MatrixWording.Begins(line, "challenges", out rest) ? "challenges" : MatrixWording.Begins(line, "assistance", out rest) ? "assistance" : part;
            parts[part].Add(rest);
        }

        string? Join(string name) => string.Join('\n', parts[name]).Trim() is { Length: > 0 } words ? words : null;
        return new FilledCell(value?.Code, Join("comment"), Join("challenges"), Join("assistance"));
    }
}
