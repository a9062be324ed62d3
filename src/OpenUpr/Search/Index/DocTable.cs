namespace OpenUpr.Search.Index;

/// <summary>
/// What the index keeps of the store, as columns: pairs in the order of their texts, texts with the numbers of their stems.
/// All else (postings, facets, orders) is derived from it, so this alone is snapshotted, and an update only copies the
/// columns of what did not change.
/// </summary>
internal sealed class DocTable
{
    /// <summary>By pair: its permanent id.</summary>
    public required long[] Ids { get; init; }

    /// <summary>By pair: number of its text.</summary>
    public required int[] TextOf { get; init; }

    /// <summary>By pair: number of its review in <see cref="ReviewSur"/> and <see cref="ReviewSession"/>.</summary>
    public required int[] ReviewOf { get; init; }

    /// <summary>By pair: number of its recommending State in <see cref="RsCodes"/>.</summary>
    public required int[] RsOf { get; init; }

    /// <summary>By pair: kind, position and action in one number, see <see cref="Traits"/>.</summary>
    public required byte[] TraitsOf { get; init; }

    /// <summary>By pair: number of its set of issues.</summary>
    public required int[] IssueSetOf { get; init; }

    /// <summary>By pair: number of its set of goals in <see cref="SdgSets"/>.</summary>
    public required int[] SdgSetOf { get; init; }

    /// <summary>By pair: number of its set of themes in <see cref="ThemeSets"/>.</summary>
    public required int[] ThemeSetOf { get; init; }

    /// <summary>By pair: number of its set of affected persons in <see cref="PersonSets"/>.</summary>
    public required int[] PersonSetOf { get; init; }

    /// <summary>By pair: which of its labels a machine read (<see cref="MachineLabels"/>).</summary>
    public required byte[] ByMachine { get; init; }

    /// <summary>By text: its id in the store.</summary>
    public required long[] TextIds { get; init; }

    /// <summary>By text: number of its paragraph in <see cref="ParagraphIds"/>, or -1 where it is not known.</summary>
    public required int[] ParagraphOf { get; init; }

    /// <summary>By text: number of the set of instruments and bodies that it names in <see cref="InstrumentSets"/>.</summary>
    public required int[] InstrumentSetOf { get; init; }

    /// <summary>By text: where its words begin in <see cref="Tokens"/>; one entry more than texts.</summary>
    public required int[] TokenStart { get; init; }

    /// <summary>The stems of all texts, one after another.</summary>
    public required int[] Tokens { get; init; }

    public required long[] ParagraphIds { get; init; }

    public required string[] ReviewSur { get; init; }

    public required int[] ReviewSession { get; init; }

    public required string[] RsCodes { get; init; }

    /// <summary>By set of issues: its slugs joined by a comma, in alphabetical order.</summary>
    public required string[] IssueSets { get; init; }

    /// <summary>Numbers of goals with commas between, ascending.</summary>
    public required string[] SdgSets { get; init; }

    /// <summary>Slugs, as <see cref="IssueSets"/>.</summary>
    public required string[] ThemeSets { get; init; }

    /// <summary>Slugs, as <see cref="IssueSets"/>.</summary>
    public required string[] PersonSets { get; init; }

    /// <summary>Slugs, as <see cref="IssueSets"/>.</summary>
    public required string[] InstrumentSets { get; init; }

    public required string[] Stems { get; init; }

    /// <summary>Every form of a word that was met, folded.</summary>
    public required string[] Words { get; init; }

    /// <summary>By word: number of its stem.</summary>
    public required int[] WordStem { get; init; }

    /// <summary>By word: how often it was met. Updates only add to it; it orders suggestions and nothing else.</summary>
    public required int[] WordCount { get; init; }

    public int Count => Ids.Length;

    public int TextCount => TextIds.Length;

    public ReadOnlySpan<int> TokensOfText(int text) => Tokens.AsSpan(TokenStart[text], TokenStart[text + 1] - TokenStart[text]);
}
