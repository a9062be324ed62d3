using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.ReviewDay;

/// <summary>The list of speakers: typed or pasted, put in order, marked.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/review-day/1/speakers")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/review-day/1/speakers", Method = "POST")]
public sealed class SpeakersModel(Rooms rooms) : DayPage(rooms)
{
    public IReadOnlyList<DaySpeaker> On { get; private set; } = [];

    public IReadOnlyList<DaySpeaker> Off { get; private set; } = [];

    public int Members { get; private set; }

    /// <summary>What so many speakers may expect.</summary>
    public SpeakingTime Expected { get; private set; }

    public IReadOnlyList<DoubtfulName> Doubtful { get; private set; } = [];

    /// <summary>What was typed and not taken yet.</summary>
    public string? Typed { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var all = await OpenUpr.Planning.ReviewDay.Speakers.ListAsync(Store, Access, id, cancel);
        (On, Off) = ([.. all.Where(s => !s.IsLeftOut)], [.. all.Where(s => s.IsLeftOut)]);
        Members = On.Count(s => s.IsMember);
        Expected = SpeakingTime.Expected(Members, On.Count - Members);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        return Act == "add" ? await AddAsync(id, cancel) : await ChangeAsync(id, Number("speaker") ?? 0, cancel) is { } outcome
            ? await AnswerAsync(outcome, FormattableString.Invariant($"/review-day/{id}/speakers"), "saved", () => OnGetAsync(id, cancel)) : NotFound();
    }

    private Task<Outcome?> ChangeAsync(long id, long speaker, CancellationToken cancel) => Act switch
    {
        "up" or "down" => Some(OpenUpr.Planning.ReviewDay.Speakers.MoveAsync(Rooms, Access, id, speaker, Act == "up", cancel)),
        "place" => Some(OpenUpr.Planning.ReviewDay.Speakers.PlaceAsync(Rooms, Access, id, speaker, (int)Math.Clamp(Number("place") ?? 1, 1, SpeakerNames.Most), cancel)),
        "member" or "other" => Some(OpenUpr.Planning.ReviewDay.Speakers.SetMemberAsync(Rooms, Access, id, speaker, Act == "member", cancel)),
        "out" or "back" => Some(OpenUpr.Planning.ReviewDay.Speakers.LeaveOutAsync(Rooms, Access, id, speaker, Act == "out", cancel)),
        _ => Task.FromResult<Outcome?>(null),
    };

    /// <summary>Names that are known are taken at once; the others are asked, with the text still there.</summary>
    private async Task<IActionResult> AddAsync(long id, CancellationToken cancel)
    {
        var text = Text("states") ?? "";
        if (text.Length > SpeakerNames.Longest)
        {
            return await FailAsync(Outcome.Not(Refusal.TooLong, "states"), () => OnGetAsync(id, cancel));
        }

        var read = SpeakerNames.Read(Store.Reference, text, Answers());
        if (read.Found.Count == 0 && read.Doubtful.Count == 0)
        {
            return await FailAsync(Outcome.Not(Refusal.Empty, "states"), () => OnGetAsync(id, cancel));
        }

        var outcome = await OpenUpr.Planning.ReviewDay.Speakers.AddAsync(Rooms, Access, id, read.Found, cancel);
        if (!outcome.IsDone || read.Doubtful.Count == 0)
        {
            return await AnswerAsync(outcome, FormattableString.Invariant($"/review-day/{id}/speakers"), "saved", () => OnGetAsync(id, cancel));
        }

        (Doubtful, Typed) = (read.Doubtful, string.Join('\n', read.Doubtful.Select(d => d.Written)));
        return await FailAsync(Outcome.Not(Refusal.Unknown, "names"), () => OnGetAsync(id, cancel));
    }

    private Dictionary<string, string> Answers()
    {
        var answers = new Dictionary<string, string>();
        for (var i = 0; i < SpeakerNames.Most && Text($"doubt{i}") is { } key; i++)
        {
            if (Text($"pick{i}") is { Length: > 0 } answer)
            {
                answers[key] = answer;
            }
        }

        return answers;
    }

    private static async Task<Outcome?> Some(Task<Outcome> outcome) => await outcome;
}
