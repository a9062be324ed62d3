using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Uptake;

namespace OpenUpr.App.Features.FollowUp;

/// <summary>A page about what became of the coalition's drafts.</summary>
public abstract class UptakePage(Rooms rooms, UptakeMatcher matcher) : FollowPage(rooms)
{
    public UptakeView Uptake { get; private set; } = null!;

    protected UptakeMatcher Matcher => matcher;

    /// <summary>The pages beside this one, with their labels.</summary>
    public static IReadOnlyList<(string Path, string Label)> Pages =>
        [("/uptake", UptakeWords.Tab_Drafts), ("/uptake/report", UptakeWords.Report_Title), ("/uptake/thanks", UptakeWords.Thanks_Title)];

    /// <summary>"140.7 Nivalund, Arvenia".</summary>
    public string Place(FollowedRow row) => $"{row.Row.Number} {StateNames(row)}".Trim();

    public string StateNames(FollowedRow row) => row.States.Count == 0 ? UptakeWords.States_None : string.Join(", ", row.States.Select(StateName));

    /// <param name="draft">Null for all drafts.</param>
    /// <returns>False where there is no such followed review for this person.</returns>
    protected async Task<bool> ReadAsync(long id, long? draft, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || await UptakeReading.ReadAsync(Store, matcher, Access, id, draft, cancel) is not { } uptake)
        {
            return false;
        }

        Uptake = uptake;
        return true;
    }
}
