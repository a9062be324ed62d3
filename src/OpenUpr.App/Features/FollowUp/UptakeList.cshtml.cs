using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Uptake;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.FollowUp;

/// <summary>The coalition's drafts with what became of each: the program proposes, a person says.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/uptake")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/uptake", Method = "POST")]
[RequestFormLimits(ValueCountLimit = 1_024)]
public sealed class UptakeListModel(Rooms rooms, UptakeMatcher matcher) : UptakePage(rooms, matcher)
{
    /// <summary>Proposals that the list shows of a draft; its own page shows all.</summary>
    public const int Shown = 3;

    private const string Say = "say-";

    public UptakeStage? Stage { get; private set; }

    public string? Issue { get; private set; }

    /// <summary>Code of a State that was approached.</summary>
    public string? State { get; private set; }

    public IReadOnlyList<UptakeDraft> Drafts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, null, cancel))
        {
            return NotFound();
        }

        Stage = Enum.TryParse<UptakeStage>(Request.Query["stage"], ignoreCase: true, out var stage) && Enum.IsDefined(stage) ? stage : null;
        (Issue, State) = (Request.Query["issue"].FirstOrDefault() is { Length: > 0 } issue ? issue : null, Request.Query["state"].FirstOrDefault() is { Length: > 0 } state ? state : null);
        Drafts = [.. Uptake.Drafts.Where(d => (Stage is null || d.Stage == Stage) && (Issue is null || d.Draft.Issue == Issue) && (State is null || d.Targets.Any(t => t.State == State)))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, null, cancel))
        {
            return NotFound();
        }

        Outcome? outcome = Act switch
        {
            "sure" => await UptakeWriting.ConfirmSureAsync(Rooms, Matcher, Access, id, cancel),
            "say" => await UptakeWriting.SayAsync(Rooms, Access, id, Wishes(), cancel),
            _ => null,
        };
        return outcome is { } came ? await AnswerAsync(came, FormattableString.Invariant($"/follow-up/{id}/uptake{Request.QueryString}"), "saved", () => OnGetAsync(id, cancel)) : NotFound();
    }

    /// <summary>Fields named by the draft's number, such as say-7; what is left empty is decided later.</summary>
    private List<UptakeWish> Wishes()
    {
        var wishes = new List<UptakeWish>();
        foreach (var name in Request.Form.Keys.Where(k => k.StartsWith(Say, StringComparison.Ordinal)))
        {
            if (long.TryParse(name.AsSpan(Say.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var draft) && Text(name) is { Length: > 0 } choice)
            {
                var row = choice == "none" ? (long?)null : Number(name) ?? -1;
                wishes.Add(new UptakeWish(draft, row, row is null ? UptakeMatch.Nobody : UptakeMatch.Confirmed, 0, Uptake.Drafts.FirstOrDefault(d => d.Draft.Id == draft)?.Proposals.FirstOrDefault(p => p.Row.Row.Id == row)?.Confidence));
            }
        }

        return wishes;
    }
}
