using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp;

namespace OpenUpr.App.Features.FollowUp;

/// <summary>The reviews that the coalition follows, and the way to begin with one.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/follow-up", Method = "POST")]
public sealed class FollowListModel(Rooms rooms) : CoalitionForm(rooms)
{
    public IReadOnlyList<FollowLine> Lines { get; private set; } = [];

    public IReadOnlyList<FollowChoice> From { get; private set; } = [];

    public bool MayBegin => Access.Is(CoalitionRole.Editor);

    public string StateName(string code) => Store.Reference.FindState(code)?.Name(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? code;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        (Lines, From) = (await FollowRows.ListAsync(Store, Access, cancel), await FollowRows.ChoicesAsync(Store, Access, cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // "svn/34": one choice names State and session.
        var chosen = Text("session")?.Split('/');
        var state = chosen is [var code, _] ? Store.Reference.FindState(code)?.Iso3 : null;
        var session = chosen is [_, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : (int?)null;
        var outcome = await Follows.BeginAsync(Rooms, Access, state, session, cancel);
        return await AnswerAsync(outcome, FormattableString.Invariant($"/follow-up/{outcome.Id}"), "saved", () => OnGetAsync(cancel));
    }
}
