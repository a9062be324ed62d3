using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.FollowUp.Outcomes;
using OpenUpr.FollowUp.Positions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Outcomes;

/// <summary>Recommendations beside their translations into one language: written, then read by a second person.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/translations?language=fr")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/translations?language=fr", Method = "POST")]
public sealed partial class TranslationsShowModel(Rooms rooms) : OutcomePage(rooms)
{
    /// <summary>Rows on one page.</summary>
    public const int PageSize = 20;

    public string Language { get; private set; } = "";

    public IReadOnlyDictionary<long, TranslationRow> Done { get; private set; } = new Dictionary<long, TranslationRow>();

    public IReadOnlyList<BoardRow> Rows { get; private set; } = [];

    public int PageNumber { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    /// <summary>What somebody else wrote meanwhile; null for nothing.</summary>
    public RecommendationTranslation? Theirs { get; private set; }

    /// <summary>The row whose form was sent; null for none.</summary>
    public long? Sent { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        Language = Request.Query["language"].FirstOrDefault()?.Trim() ?? "";
        if (!Tag().IsMatch(Language) || !await LoadBoardAsync(id, cancel))
        {
            return NotFound();
        }

        Done = await Translations.ReadAsync(Store, Access, id, Language, cancel);
        var rows = Board.Rows.OrderByDescending(r => r.Entry?.IsKey ?? false).ThenBy(r => r.Row.Place).ToList();
        Pages = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        PageNumber = int.TryParse(Request.Query["page"], out var page) ? Math.Clamp(page, 1, Pages) : 1;
        Rows = [.. rows.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await OnGetAsync(id, cancel) is NotFoundResult missing)
        {
            return missing;
        }

        Sent = Number("row");
        var here = FormattableString.Invariant($"/follow-up/{id}/translations?language={Uri.EscapeDataString(Language)}&page={PageNumber}");
        if (Act == "check")
        {
            return await AnswerAsync(await Translations.CheckAsync(Rooms, Access, id, Sent ?? 0, Language, (int)(Number("revision") ?? 0), cancel), here, "saved", () => OnGetAsync(id, cancel));
        }

        Client = Text("client") ?? Client;
        var saved = await Translations.SaveAsync(Rooms, Access, id, new TranslationWish(Sent ?? 0, Language, (int)(Number("revision") ?? 0), Text("text"), Text("translator")), Client, cancel);
        if ((Theirs = saved.Theirs) is not null)
        {
            Client = Arrivals.NewClient();
            return await FailAsync(Outcome.Not(Refusal.Conflict), () => OnGetAsync(id, cancel));
        }

        return await AnswerAsync(saved.Outcome, here, "saved", () => OnGetAsync(id, cancel));
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,10}[A-Za-z0-9]$")]
    private static partial Regex Tag();
}
