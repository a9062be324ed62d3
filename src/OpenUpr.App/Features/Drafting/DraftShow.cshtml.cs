using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Recommendations;
using OpenUpr.Taxonomy.Smart;

namespace OpenUpr.App.Features.Drafting;

/// <summary>One draft: its newest words, where it stands, who may do what next, and what people say of it.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/drafts/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/drafts/1", Method = "POST")]
public sealed class DraftShowModel(Rooms rooms) : CoalitionForm(rooms)
{
    public DraftView View { get; private set; } = null!;

    public SmartReview Smart { get; private set; } = null!;

    /// <summary>The action category that a machine reads; null without its model.</summary>
    public int? Category { get; private set; }

    /// <summary>The past recommendation that it takes up; null for none.</summary>
    public RecommendationRow? Past { get; private set; }

    public IReadOnlyList<Choice> Priorities { get; private set; } = [];

    public bool MayComment => Access.Is(CoalitionRole.Contributor);

    /// <summary>Numbers of the reader's own forms that were stored: the browser forgets what it kept of them.</summary>
    public string Clients => string.Join(' ', View.Versions.Where(v => v.Version.AuthorId == Access.MemberId && v.Version.ClientId.Length > 0).Take(20).Select(v => v.Version.ClientId));

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await DraftRows.ReadAsync(Store, Access, id, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Smart = SmartReview.Of(view.Draft.Text, Rooms.Today.Year);
        Category = Reading.Of(view.Draft.Text)?.Read is { } read ? int.Parse(read.Action.Value, System.Globalization.CultureInfo.InvariantCulture) : null;
        Past = view.Row.Newest.RecommendationId is { } past && await RecommendationRows.ByIdsAsync(Store, [past], cancel) is [var found, ..] ? found : null;
        Priorities = view.Role.MayWrite ? [.. (await OpenUpr.Drafting.Priorities.ListAsync(Store, Access, cancel)).Select(p => new Choice(Number(p.Priority.Id)!, p.Priority.Title))] : [];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        var read = (int)Math.Min(Number("number") ?? 0, int.MaxValue);
        Outcome? outcome = Act switch
        {
            "comment" => await DraftComments.AddAsync(Rooms, Access, id, read, Text("comment"), cancel),
            "settle" or "unsettle" when Number("remark") is { } comment => await DraftComments.SettleAsync(Rooms, Access, id, comment, Act == "settle", cancel),
            "under" => await DraftWriting.PutUnderAsync(Rooms, Access, id, Number("priority"), cancel),
            { } step when DraftSteps.All.Any(s => s.Code == step) => await Approvals.TakeAsync(Rooms, Access, id, step, read, Text("reason"), cancel),
            _ => null,
        };
        return outcome is { } done ? await AnswerAsync(done, $"/drafts/{id}", "saved", () => OnGetAsync(id, cancel)) : NotFound();
    }
}
