using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.ReviewDay;

/// <summary>What a line is drawn with.</summary>
public sealed record DayLineView(DayPage Page, LineView Line, string? State);

/// <summary>The live board. Without JavaScript each line is a form that is sent; with it, lines are kept on the device until they are acknowledged.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/review-day/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/review-day/1", Method = "POST")]
public sealed class BoardModel(Rooms rooms, DayMatcher matcher) : DayPage(rooms)
{
    /// <summary>Lines on the board; the others are one link away.</summary>
    private const int Shown = 20;

    private Dictionary<long, DaySpeaker> _byId = [];

    public IReadOnlyList<DaySpeaker> Speakers { get; private set; } = [];

    public DaySpeaker? Floor { get; private set; }

    /// <summary>The first on the list behind who has the floor; the first of all before anybody has.</summary>
    public DaySpeaker? Next { get; private set; }

    public IReadOnlyList<LineView> Lines { get; private set; } = [];

    public long? Chosen { get; private set; }

    public string? Typed { get; private set; }

    public DateTimeOffset Now => Rooms.Time.GetUtcNow();

    public static string NewClientId => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    public int SecondsOf(DaySpeaker speaker) => speaker.IsMember ? Board.MemberSeconds : Board.OtherSeconds;

    public string? StateOf(DayNote note) => note.SpeakerId is { } speaker ? _byId.GetValueOrDefault(speaker)?.State : null;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var all = await OpenUpr.Planning.ReviewDay.Speakers.ListAsync(Store, Access, id, cancel);
        _byId = all.ToDictionary(s => s.Id);
        Speakers = [.. all.Where(s => !s.IsLeftOut)];
        Floor = Board.FloorId is { } floor ? _byId.GetValueOrDefault(floor) : null;
        Next = Speakers.FirstOrDefault(s => Floor is null || s.Order > Floor.Order);
        Chosen = IsPost ? Number("speaker") : Board.FloorId;
        Typed = Text("text");
        Lines = await BoardFeed.LastAsync(Store, Access, Board, Shown, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel) => Act switch
    {
        "floor" => await BackAsync(id, await OpenUpr.Planning.ReviewDay.Speakers.GiveFloorAsync(Rooms, Access, id, Number("speaker") ?? 0, null, cancel), cancel),
        "ours" or "not-ours" or "undecided" => await BackAsync(id, await OpenUpr.Planning.ReviewDay.Lines.JudgeAsync(Rooms, Access, id, Number("line") ?? 0, Act == "undecided" ? null : Act == "ours", cancel), cancel),
        { } kind when LineReading.Kinds.Contains(kind) => await StoreAsync(id, kind, cancel),
        _ => NotFound(),
    };

    /// <summary>The usual button leaves the kind to the first sign of the text.</summary>
    private async Task<IActionResult> StoreAsync(long id, string kind, CancellationToken cancel)
    {
        var wish = new LineWish(Text("client"), kind == DayNote.Recommendation ? null : kind, Number("speaker"), Text("text"), null);
        var results = await OpenUpr.Planning.ReviewDay.Lines.SendAsync(Rooms, matcher, Access, id, [wish], cancel);
        return results is not [var result] ? NotFound() : await BackAsync(id, result.Outcome, cancel);
    }

    private Task<IActionResult> BackAsync(long id, Outcome outcome, CancellationToken cancel) => AnswerAsync(outcome, FormattableString.Invariant($"/review-day/{id}"), "saved", () => OnGetAsync(id, cancel));
}
