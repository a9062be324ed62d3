using OpenUpr.Search;

namespace OpenUpr.Export;

/// <summary>What an export says about itself.</summary>
/// <param name="QueryText">The search in words, as the reader would type it; empty for everything.</param>
/// <param name="Basis">What is counted, such as "pairs of a recommendation and a recommending State".</param>
/// <param name="Address">The permanent address of the search, or null outside a web site.</param>
/// <param name="Bom">Whether a .csv begins with the byte order mark, by which Excel knows UTF-8. Ignored by the other forms.</param>
public sealed record ExportContext(string QueryText, string Basis, string? Address, DateTimeOffset At, bool Bom = true)
{
    /// <summary>The basis of every list of recommendations: one row for each recommendation and recommending State.</summary>
    public const string Pairs = "Pairs of a recommendation and a recommending State, as UPR Info counts";

    /// <summary>With people's labels alone, what only a machine labelled is written without labels.</summary>
    public LabelScope Labels { get; init; }
}
