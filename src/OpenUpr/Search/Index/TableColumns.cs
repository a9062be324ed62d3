namespace OpenUpr.Search.Index;

/// <summary>The columns of a table in the order in which a snapshot holds them.</summary>
internal static class TableColumns
{
    public static void Write(ColumnWriter to, DocTable table)
    {
        to.WriteArray(table.Ids);
        to.WriteArray(table.TextOf);
        to.WriteArray(table.ReviewOf);
        to.WriteArray(table.RsOf);
        to.WriteArray(table.TraitsOf);
        to.WriteArray(table.IssueSetOf);
        to.WriteArray(table.SdgSetOf);
        to.WriteArray(table.ThemeSetOf);
        to.WriteArray(table.PersonSetOf);
        to.WriteArray(table.ByMachine);
        to.WriteArray(table.TextIds);
        to.WriteArray(table.ParagraphOf);
        to.WriteArray(table.InstrumentSetOf);
        to.WriteArray(table.TokenStart);
        to.WriteArray(table.Tokens);
        to.WriteArray(table.ParagraphIds);
        to.WriteStrings(table.ReviewSur);
        to.WriteArray(table.ReviewSession);
        to.WriteStrings(table.RsCodes);
        to.WriteStrings(table.IssueSets);
        to.WriteStrings(table.SdgSets);
        to.WriteStrings(table.ThemeSets);
        to.WriteStrings(table.PersonSets);
        to.WriteStrings(table.InstrumentSets);
        to.WriteStrings(table.Stems);
        to.WriteStrings(table.Words);
        to.WriteArray(table.WordStem);
        to.WriteArray(table.WordCount);
    }

    public static DocTable Read(ColumnReader from) => new()
    {
        Ids = from.ReadArray<long>(),
        TextOf = from.ReadArray<int>(),
        ReviewOf = from.ReadArray<int>(),
        RsOf = from.ReadArray<int>(),
        TraitsOf = from.ReadArray<byte>(),
        IssueSetOf = from.ReadArray<int>(),
        SdgSetOf = from.ReadArray<int>(),
        ThemeSetOf = from.ReadArray<int>(),
        PersonSetOf = from.ReadArray<int>(),
        ByMachine = from.ReadArray<byte>(),
        TextIds = from.ReadArray<long>(),
        ParagraphOf = from.ReadArray<int>(),
        InstrumentSetOf = from.ReadArray<int>(),
        TokenStart = from.ReadArray<int>(),
        Tokens = from.ReadArray<int>(),
        ParagraphIds = from.ReadArray<long>(),
        ReviewSur = from.ReadStrings(),
        ReviewSession = from.ReadArray<int>(),
        RsCodes = from.ReadStrings(),
        IssueSets = from.ReadStrings(),
        SdgSets = from.ReadStrings(),
        ThemeSets = from.ReadStrings(),
        PersonSets = from.ReadStrings(),
        InstrumentSets = from.ReadStrings(),
        Stems = from.ReadStrings(),
        Words = from.ReadStrings(),
        WordStem = from.ReadArray<int>(),
        WordCount = from.ReadArray<int>(),
    };

    /// <summary>Whether the columns fit one another. The checksum finds accidents; this keeps a file made on purpose from doing harm.</summary>
    public static bool IsSound(DocTable t) =>
        Same(t.Count, t.TextOf.Length, t.ReviewOf.Length, t.RsOf.Length, t.TraitsOf.Length, t.IssueSetOf.Length, t.SdgSetOf.Length, t.ThemeSetOf.Length, t.PersonSetOf.Length, t.ByMachine.Length)
        && Same(t.TextCount, t.ParagraphOf.Length, t.InstrumentSetOf.Length, t.TokenStart.Length - 1)
        && Same(t.ReviewSur.Length, t.ReviewSession.Length)
        && Same(t.Words.Length, t.WordStem.Length, t.WordCount.Length)
        && Within(t.TextOf, 0, t.TextCount) && Within(t.ReviewOf, 0, t.ReviewSur.Length) && Within(t.RsOf, 0, t.RsCodes.Length)
        && Within(t.IssueSetOf, 0, t.IssueSets.Length) && Within(t.SdgSetOf, 0, t.SdgSets.Length) && Within(t.ParagraphOf, -1, t.ParagraphIds.Length)
        && Within(t.ThemeSetOf, 0, t.ThemeSets.Length) && Within(t.PersonSetOf, 0, t.PersonSets.Length) && Within(t.InstrumentSetOf, 0, t.InstrumentSets.Length)
        && Within(t.Tokens, 0, t.Stems.Length) && Within(t.WordStem, 0, t.Stems.Length)
        && Ascends(t.TextOf) && Ascends(t.TokenStart) && t.TokenStart[0] == 0 && t.TokenStart[^1] == t.Tokens.Length;

    private static bool Same(int first, params int[] others) => others.All(o => o == first);

    private static bool Within(int[] numbers, int low, int end) => !numbers.AsSpan().ContainsAnyExceptInRange(low, end - 1);

    private static bool Ascends(int[] numbers)
    {
        for (var i = 1; i < numbers.Length; i++)
        {
            if (numbers[i] < numbers[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}
