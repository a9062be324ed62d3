using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.ReviewDay;

/// <summary>What the fields of hours and links are filled with.</summary>
/// <param name="Board">Null for a new one.</param>
/// <param name="Begins">What a new board's hour begins with.</param>
public sealed record DayFormView(CoalitionForm Form, DayBoard? Board, string? Begins);

/// <summary>Making a board: for which review, when, how long each may speak.</summary>
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/review-day/new")]
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/review-day/new", Method = "POST")]
public sealed class NewModel(Rooms rooms, Labels labels) : CoalitionForm(rooms)
{
    public IReadOnlyList<Choice> Plans { get; private set; } = [];

    public string? Country { get; private set; }

    public string? Begins { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var plans = (await OpenUpr.Planning.Plans.ListAsync(Store, Access, cancel)).Where(p => p.ClosedAt is null).ToList();
        Plans = [.. plans.Select(p => new Choice(Number(p.Id)!, p.Session is { } session ? Numbers.Fill(DayWords.Board_Title, labels.State(p.State), session) : labels.State(p.State)))];
        Country = (await Profiles.ReadAsync(Store, Access, cancel)).Item1.Country;
        Begins = plans is [{ Session: { } first }, ..] ? Boards.Begins(Store.Reference, first) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var outcome = await Boards.AddAsync(Rooms, Access, Wish(this), cancel);
        return await AnswerAsync(outcome, FormattableString.Invariant($"/review-day/{outcome.Id}/speakers"), "saved", () => OnGetAsync(cancel));
    }

    private static BoardWish Wish(NewModel form) => DayForm.Read(form.Text, form.Number);
}

/// <summary>The fields of a board's forms.</summary>
internal static class DayForm
{
    public static BoardWish Read(Func<string, string?> text, Func<string, long?> number) => new(
        number("plan"), text("state") is { Length: > 0 } state ? state : null, (int?)number("session"), text("starts"), text("members"), text("others"), text("webcast"), text("viewing"), text("troika"), text("troika-note"), (int?)number("revision"));
}
