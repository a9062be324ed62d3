using OpenUpr.Storage;

namespace OpenUpr.Drafting;

/// <summary>What a version of a draft holds.</summary>
/// <param name="SourceKind">One of <see cref="Kinds"/>; null where none was chosen.</param>
/// <param name="Source">The source in words.</param>
/// <param name="RecommendationId">The recommendation of an earlier review that it takes up.</param>
/// <param name="Targets">ISO codes of the States that are to make it, in their order.</param>
public sealed record DraftWords(string Text, string? SourceKind, string? Source, long? RecommendationId, IReadOnlyList<string> Targets)
{
    public const string Past = "past";

    /// <summary>Where a draft comes from (requirement G11: each cites a treaty body, a special procedure, a Sustainable Development Goal or another source of the United Nations).</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["treaty-body", "special-procedure", "sdg", Past, "own"];

    /// <summary>Characters of a draft's text: thirty recommendations' worth.</summary>
    public const int MaxText = 4_000;

    /// <summary>Characters of a source.</summary>
    public const int MaxSource = 500;

    public static DraftWords Of(DraftVersion version) => new(version.Text, version.SourceKind, version.Source, version.RecommendationId, Codes(version.Targets));

    /// <summary>Whether anything differs.</summary>
    public bool Same(DraftWords other) => Text == other.Text && SourceKind == other.SourceKind && Source == other.Source && RecommendationId == other.RecommendationId && Targets.SequenceEqual(other.Targets);

    /// <summary>
    /// Two changes of one version put together. The text word by word (<see cref="ThreeWay"/>); States that one side added are in, those that one took out
    /// are not; of a source the side that changed it counts, and mine where both did.
    /// </summary>
    public static (DraftWords Words, ThreeWay Text) Merge(DraftWords origin, DraftWords mine, DraftWords theirs)
    {
        var text = ThreeWay.Merge(origin.Text, mine.Text, theirs.Text);
        var isMine = (mine.SourceKind, mine.Source, mine.RecommendationId) != (origin.SourceKind, origin.Source, origin.RecommendationId);
        var source = isMine ? mine : theirs;
        var targets = mine.Targets.Union(theirs.Targets).Where(t => origin.Targets.Contains(t) ? mine.Targets.Contains(t) && theirs.Targets.Contains(t) : true);
        return (new DraftWords(text.Text, source.SourceKind, source.Source, source.RecommendationId, [.. targets.Order(StringComparer.Ordinal)]), text);
    }

    private static string[] Codes(string targets) => targets.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
