using OpenUpr.App.Features.Coalitions;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Studio;
using OpenUpr.FollowUp.Reports;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Studio;

/// <summary>A page of one document.</summary>
public abstract class StudioPage(Rooms rooms) : CoalitionForm(rooms)
{
    public StudioView View { get; private set; } = null!;

    public StudioReading Reading { get; protected set; } = null!;

    /// <summary>Who is named in it now.</summary>
    public IReadOnlyList<NamedWords> Names { get; private set; } = [];

    /// <summary>The address of the document, or of a page of it.</summary>
    public string Here(string tail = "") => Link(FormattableString.Invariant($"/studio/{View.Document.Id}{tail}"));

    /// <summary>The report of a followed review whose text this is; null for any other document.</summary>
    public FollowReport? Report { get; private set; }

    /// <summary>The address of the report's own page; null where there is none.</summary>
    public string? ReportPage => Report is { } report ? Link(FormattableString.Invariant($"/follow-up/{report.FollowId}/reports/{report.Id}")) : null;

    /// <summary>Gives the address of the rows behind one of its numbers: a list of the followed review, as this report counts it. Null where there are none.</summary>
    public Func<string, string>? CountedRows => Report is not { } report ? null : rows =>
    {
        if (rows == ComposedRun.Whole)
        {
            return Link(FormattableString.Invariant($"/follow-up/{report.FollowId}"));
        }

        var (list, filter) = rows.Split('?', 2) is [var l, var f] ? (l, "&" + f) : (rows, "");
        return Link(FormattableString.Invariant($"/follow-up/{report.FollowId}/{list}?report={report.Id}{filter}"));
    };

    /// <summary>What was typed into a field that pages draw by themselves.</summary>
    public string Typed(string name) => Text(name) ?? "";

    protected async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        if (await StudioRows.ReadAsync(Store, Access, id, cancel) is not { } view)
        {
            return false;
        }

        var source = await StudioSources.ReadAsync(Store, Access, view, cancel);
        (View, Names, Reading) = (view, StudioNames.Of(view, source), StudioReading.Of(source, Rooms.Today.Year, cancel));
        Report = StudioKinds.IsReport(view.Document.Kind) ? await ReportRows.FindAsync(Store, Access, id, cancel) : null;
        return true;
    }

    protected async Task<IReadOnlyList<Choice>> ClusterChoicesAsync(CancellationToken cancel) =>
        [.. (await Clusters.ListAsync(Store, Access, cancel)).Where(c => c.Cluster.EndedAt is null).Select(c => new Choice(Number(c.Cluster.Id)!, c.Cluster.Name))];
}
