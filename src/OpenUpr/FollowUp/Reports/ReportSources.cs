using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Studio;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Reports;

/// <summary>Puts into what a report is composed from that which no section holds: the line that says whose report it is, the review, and the parts that are made.</summary>
public static class ReportSources
{
    /// <summary>The source as it is where the document is no report of a followed review: a copy that somebody made of one.</summary>
    public static async Task<StudioSource> AddAsync(Store store, CoalitionAccess access, long documentId, StudioSource source, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await db.FollowReports.AsNoTracking().SingleOrDefaultAsync(r => r.DocumentId == documentId, cancel) is { } report && await FollowRows.ReadAsync(store, access, report.FollowId, cancel) is { } follow
            ? Add(source, await ReportGathering.ReadAsync(store, access, follow, report, cancel), code => NameOf(store, code, source.Language)) : source;
    }

    /// <summary>Pure.</summary>
    public static StudioSource Add(StudioSource source, ReportData data, Func<string, string> state)
    {
        var words = new ReportWording(source.Language);
        var review = words.Say("review", state(data.State), data.Session);
        return source with
        {
            Generated = ReportParts.Of(data, source.Language, state),
            Cover = source.Cover is { } cover ? cover with { Lines = [words.Say("mode-" + data.Mode), review, .. Authors(cover), .. cover.Lines.Where(l => l != review), .. data.AsOf is { } day ? [words.Say("cover-day", day)] : Array.Empty<string>()] } : null,
        };

        // Where organisations sign, their names stand below.
        string[] Authors(ComposedCover cover) => data.Mode == ReportModes.State || cover.Submitters.Count > 0 ? [] : [data.Coalition];
    }

    /// <summary>The name of a State in the language of a text; its code where there is none.</summary>
    public static string NameOf(Store store, string code, string language) => store.Reference.FindState(code)?.Name(new ReportWording(language).Language) ?? code;
}
