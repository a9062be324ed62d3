using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Papers;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Drafting;

/// <summary>Every version of a draft, any two of them side by side, and every step of its approval.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/drafts/1/history")]
public sealed class DraftHistoryModel(Store store) : CoalitionPage(store)
{
    public DraftView View { get; private set; } = null!;

    public VersionRow First { get; private set; } = null!;

    public VersionRow Second { get; private set; } = null!;

    /// <summary>The words of the two, each with whether the other has them too.</summary>
    public (IReadOnlyList<WordRun> First, IReadOnlyList<WordRun> Second) Words { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await DraftRows.ReadAsync(Store, Access, id, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Second = Asked("to") ?? view.Versions[0];
        First = Asked("from") ?? view.Versions.FirstOrDefault(v => v.Version.Number < Second.Version.Number) ?? Second;
        Words = WordDifference.Of(First.Version.Text, Second.Version.Text);
        return Page();
    }

    private VersionRow? Asked(string name) => View.Versions.FirstOrDefault(v => v.Version.Number.ToString(CultureInfo.InvariantCulture) == Request.Query[name].ToString());
}
