using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;

namespace OpenUpr.App.Features.States;

/// <summary>One side of a State as its page draws it: what it received, or what it made.</summary>
public sealed record SideView(StateSide Side, string Iso3, bool UnderReview, Labels Labels)
{
    private const int Top = 8;

    /// <summary>The field by which this State is searched.</summary>
    private (string, string) Own => (UnderReview ? "sur" : "rs", Iso3);

    public IReadOnlyList<CountLine> Cycles => [.. CountLines.Of("cycle", Side.Cycles.InOrder(), Labels, Own), new CountLine(Words.State_AllCycles, null, Side.Total, [Own]) { IsTotal = true }];

    public IReadOnlyList<CountLine> Issues => CountLines.Of("issue", Side.Issues.Ranked(Labels).Take(Top), Labels, Own);

    public IReadOnlyList<CountLine> Others => CountLines.Of(Side.Others.By, Side.Others.Ranked(Labels).Take(Top), Labels, Own);
}
