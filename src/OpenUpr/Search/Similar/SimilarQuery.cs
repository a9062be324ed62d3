using System.Globalization;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Search.Similar;

/// <summary>What alike texts are wanted for.</summary>
/// <param name="Text">Any text, of at most <see cref="MaxLength"/> characters.</param>
public sealed record SimilarQuery(string Text)
{
    /// <summary>Longest text that is compared, in characters.</summary>
    public const int MaxLength = 20_000;

    /// <summary>Most texts that one question gives.</summary>
    public const int MaxLimit = 1_000;

    /// <summary>The search's own filters: a text counts when one of its pairs passes. Recommendations only, unless they say otherwise.</summary>
    public SearchFilters Filters { get; init; } = SearchFilters.None;

    /// <summary>Texts wanted, 1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Slugs of the issues that the text is about, where they are known: texts on them come a little before others.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>The text's action category, where it is known: texts of it come a little before others.</summary>
    public int? Action { get; init; }

    /// <summary>The same question with the tags that a classifier reads from the text, so that texts on the same issues and of the same category come a little before others.</summary>
    /// <param name="read">Null where nothing has read it.</param>
    public SimilarQuery About(TextClassification? read) =>
        read is null ? this : this with { Issues = [.. read.Issues.Select(i => i.Value)], Action = int.Parse(read.Action.Value, CultureInfo.InvariantCulture) };

    /// <summary>A text that is left out, because it is the one that others are compared with.</summary>
    public long? Except { get; init; }
}
