using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.FollowUp.Reports;

namespace OpenUpr.App.Features.Reports;

/// <summary>A report as it was opened for comments or released, for members and for the guests with whom it is shared: to read, print, take along, and speak about while its round runs.</summary>
[Access(AccessAttribute.Guest, "/coalitions/{coalition}/report-versions/1")]
[Access(AccessAttribute.Guest, "/coalitions/{coalition}/report-versions/1", Method = "POST")]
public sealed class ReportVersionShowModel(Rooms rooms) : CoalitionForm(rooms)
{
    public ReportVersionView View { get; private set; } = null!;

    /// <summary>The report's own page, for members; null for a guest.</summary>
    public string? Report { get; private set; }

    /// <summary>The form's own number.</summary>
    public string Client { get; } = Arrivals.NewClient();

    public bool IsMember => Access.Is(CoalitionRole.Observer);

    public string Here(string tail = "") => Link(FormattableString.Invariant($"/report-versions/{View.Version.Id}{tail}"));

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await ReportVersions.ReadAsync(Rooms, Access, id, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Report = await ReportRows.PathAsync(Store, Access, view.Version.ReportId, cancel) is { } path ? Link(path) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel) =>
        await AnswerAsync(
            await ReportRounds.SayAsync(Rooms, Access, id, new ReportSaying(Text("kind"), null, Text("issue"), Text("text"), Text("client")), cancel), FormattableString.Invariant($"/report-versions/{id}"), "saved", () => OnGetAsync(id, cancel));
}
