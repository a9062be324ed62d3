using System.Globalization;
using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;

namespace OpenUpr.App.Features.States;

/// <summary>One side of a State as its page draws it: what it received, or what it made.</summary>
public sealed record SideView(StateSide Side, string Iso3, bool UnderReview, Labels Labels)
{
    /// <summary>The field by which this State is searched.</summary>
    public string Own => UnderReview ? "sur" : "rs";

    public string Other => UnderReview ? "rs" : "sur";

    /// <summary>The rows behind a number of this side.</summary>
    public string Link(int? cycle, string? field = null, string? value = null)
    {
        var filters = new List<(string, string)> { (Own, Iso3) };
        if (cycle is { } number)
        {
            filters.Add(("cycle", number.ToString(CultureInfo.InvariantCulture)));
        }

        if (field is not null && value is not null)
        {
            filters.Add((field, value));
        }

        return SearchLink.To([.. filters]);
    }
}
