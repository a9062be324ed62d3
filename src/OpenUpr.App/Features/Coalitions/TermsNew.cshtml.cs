using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>Writing a new version of the terms of reference.</summary>
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/terms/new")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/terms/new", Method = "POST")]
public sealed class TermsNewModel(Rooms rooms) : CoalitionForm(rooms)
{
    public TermsOfReference Newest { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Newest = (await TermsBook.ReadAsync(Store, Access, cancel))!.Newest;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await AnswerAsync(await TermsBook.AdoptAsync(Rooms, Access, Number("based") ?? 0, Text("text"), Text("changes"), cancel), "/terms", "adopted", () => OnGetAsync(cancel));
}
