using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Outcomes;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Outcomes;

/// <summary>Where the secretariat chooses what everybody may see, looks at it first, shows it, and takes it away.</summary>
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/follow-up/1/public")]
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/follow-up/1/public", Method = "POST")]
public sealed class PublicSetModel(Rooms rooms) : OutcomePage(rooms)
{
    /// <summary>What is shown now; null for nothing.</summary>
    public PublicPage? Live { get; private set; }

    public IReadOnlyList<(string Language, int Count, int Checked)> Into { get; private set; } = [];

    /// <summary>What would be shown; null before the person asked.</summary>
    public PublicContent? Preview { get; private set; }

    /// <summary>What everybody sees now; null for nothing.</summary>
    private PublicContent? _now;

    /// <summary>As it was sent; before that as it is shown now, so that showing it again changes nothing by a slip.</summary>
    public PublicWish Wish => IsPost || _now is not { } now
        ? new(Text("name") ?? Live?.Name, Text("title") ?? Access.Name, Text("which") == "key", Flag("positions"), Many("languages")) { HasJudgements = Flag("judgements"), NamesMembers = Flag("members"), Assessor = Text("assessor"), Method = Text("method") }
        : new(Live?.Name, now.Title, now.Rows.Count < View.Rows.Count, now.HasPositions, [.. now.Rows.SelectMany(r => r.Translations).Select(t => t.Language).Distinct()])
        {
            HasJudgements = now.HasJudgements, NamesMembers = now.Rows.Any(r => r.Judgements.Any(j => j.By is not null)), Assessor = now.Assessor, Method = now.Method,
        };

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        (Live, Into) = (await PublicPages.OwnAsync(Store, Access, cancel), await Translations.LanguagesAsync(Store, Access, id, cancel));
        _now = Live is { } live ? await PublicPages.FindAsync(Store, live.Name, cancel) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await OnGetAsync(id, cancel) is NotFoundResult missing)
        {
            return missing;
        }

        var here = FormattableString.Invariant($"/follow-up/{id}/public");
        switch (Act)
        {
            case "preview":
                Preview = await PublicPages.PreviewAsync(Rooms, Access, id, Wish, cancel);
                return Page();
            case "show":
                Preview = await PublicPages.PreviewAsync(Rooms, Access, id, Wish, cancel);
                return await AnswerAsync(await PublicPages.ShowAsync(Rooms, Access, id, Wish, cancel), here, "saved", () => OnGetAsync(id, cancel));
            case "hide":
                return await AnswerAsync(await PublicPages.HideAsync(Rooms, Access, id, cancel), here, "saved", () => OnGetAsync(id, cancel));
            default:
                return NotFound();
        }
    }
}
