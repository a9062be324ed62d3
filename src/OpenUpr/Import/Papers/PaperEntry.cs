using System.Runtime.CompilerServices;
using OpenUpr.Recommendations;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Import.Papers;

/// <summary>A text of a review as its papers together give it.</summary>
/// <param name="Ordinal">Place among the texts of its paragraph, from 0.</param>
/// <param name="Base">The paper that it stands in: the report, or the list where the report is not there.</param>
internal sealed record PaperEntry(string Paragraph, string? Part, int Ordinal, RecommendationKind Kind, StoredPaper Base)
{
    public required string Text { get; set; }

    /// <summary>ISO codes; one code for unknown where the paper's States could not be told.</summary>
    public required IReadOnlyList<string> States { get; set; }

    public int? Page { get; init; }

    public string? Cited { get; init; }

    public List<PaperWording> Wordings { get; } = [];

    /// <summary>In the order in which they were said.</summary>
    public List<PaperPosition> Positions { get; } = [];

    /// <summary>The papers' final answer; null where they give none.</summary>
    public PaperPosition? Final { get; set; }

    public SortedSet<(string Scheme, string Value)> Tags { get; } = [];

    /// <summary>What names this text in keys that must stay when it is worded or read differently.</summary>
    public string Subject => $"{(int)Kind}|{Paragraph}|{Ordinal}";

    public bool Equals(PaperEntry? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

internal sealed record PaperWording(StoredPaper Paper, string Text, string? StatesAsPrinted, string Number, int? Page);

/// <summary>What a paper says the State answered.</summary>
/// <param name="Rank">Which of several answers holds: the highest; pending ones only where nothing else is there.</param>
internal sealed record PaperPosition(StoredPaper Paper, ReadPosition Read, string? Symbol, DateOnly? SaidOn, int? Page, PositionRank Rank);

/// <summary>Whose word is final, lowest first.</summary>
internal enum PositionRank
{
    /// <summary>No answer by the adoption of the outcome.</summary>
    Rule,

    /// <summary>OHCHR's record of what the State answered.</summary>
    List,
    Report,
    Addendum,
    Person,
}

/// <summary>A doubt before it has an id.</summary>
/// <param name="Subject">With the code and the review it makes the key.</param>
internal sealed record RaisedDoubt(string Code, string Subject, long DocumentId)
{
    public string? Number { get; init; }

    public int? Page { get; init; }

    public string? Excerpt { get; init; }

    public string? Found { get; init; }

    public string? Stored { get; init; }

    /// <summary>The text it is about, found again after texts have their ids.</summary>
    public PaperEntry? Entry { get; init; }

    public byte[]? TextKey { get; init; }

    /// <summary>The pair it is about, by one of its identities.</summary>
    public byte[]? PairIdentity { get; init; }
}
