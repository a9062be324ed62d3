using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Antiforgery;
using OpenUpr.App.Features.Accounts;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.ReviewDay;

/// <summary>
/// What a board's script asks and sends: small answers, since the connection is weak. Names are short for the same reason. It asks for what changed since a
/// number, and sends lines again until they are acknowledged.
/// </summary>
internal static class DayFeed
{
    private const string Path = "/coalitions/{coalition}/review-day/{id:long:min(1)}/feed";
    private const string Sample = "/coalitions/{coalition}/review-day/1/feed";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public static void MapDayFeed(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ReadAsync).WithMetadata(new AccessAttribute(AccessAttribute.Observer, Sample));
        routes.MapPost(Path, SendAsync).WithMetadata(new AccessAttribute(AccessAttribute.Contributor, Sample) { Method = HttpMethods.Post });
    }

    private sealed record Sent(string? C, string? K, long? S, string? X, long? T, int? R, bool G);

    private sealed record FloorSent(long S, long? T);

    private sealed record DraftAnswer(string X, string L, bool? O);

    private sealed record LineAnswer(long Id, string C, string K, long? S, string? X, string A, bool M, bool Mine, int R, bool G, string T, string U, DraftAnswer? D);

    private sealed record SpeakerAnswer(long Id, string N, int O, bool M, bool Spoke, bool Out);

    private sealed record Answer(long Seq, bool More, long? Me, long Now, long? Floor, long? Spoke, int Members, int Others, IReadOnlyList<SpeakerAnswer> Speakers, IReadOnlyList<LineAnswer> Lines, string? Token);

    private sealed record Result(string C, string State, string? Problem, LineAnswer? Line);

    /// <summary>What changed since a number; 304 where nothing did. With token=1 also a fresh token for sending, for a page that is older than the session.</summary>
    private static async Task<IResult> ReadAsync(long id, HttpContext context, Store store, Labels labels, IAntiforgery antiforgery, TimeProvider time)
    {
        var access = context.Access();
        var query = context.Request.Query;
        var since = long.TryParse(query["since"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (await BoardFeed.SinceAsync(store, access, id, since, context.RequestAborted) is not { } changes)
        {
            return Results.NotFound();
        }

        var tag = FormattableString.Invariant($"\"{id}-{changes.Board.Sequence}-{access.MemberId}\"");
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var board = changes.Board;
        var floor = changes.Speakers.FirstOrDefault(s => s.Id == board.FloorId) ?? (board.FloorId is null ? null : (await Speakers.ListAsync(store, access, id, context.RequestAborted)).FirstOrDefault(s => s.Id == board.FloorId));
        return Results.Json(
            new Answer(
                changes.UpTo, changes.HasMore, access.MemberId, time.GetUtcNow().ToUnixTimeMilliseconds(), board.FloorId, floor?.SpokeAt?.ToUnixTimeMilliseconds(), board.MemberSeconds, board.OtherSeconds,
                [.. changes.Speakers.Select(s => new SpeakerAnswer(s.Id, labels.State(s.State), s.Order, s.IsMember, s.SpokeAt is not null, s.IsLeftOut))],
                [.. changes.Lines.Select(l => Line(access, l))], query["token"] == "1" ? antiforgery.GetAndStoreTokens(context).RequestToken : null),
            s_json);
    }

    /// <summary>Takes lines, and who had the floor when. The sender names whom it believes to be signed in: lines are never stored as somebody else's.</summary>
    private static async Task SendAsync(long id, HttpContext context, Rooms rooms, DayMatcher matcher)
    {
        if (!await AccountRoutes.IsGenuineAsync(context))
        {
            return;
        }

        var (access, form) = (context.Access(), context.Request.Form);
        if (await Boards.FindAsync(rooms.Store, access, id, context.RequestAborted) is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (Read<Sent>(form["lines"]) is not { Count: <= Lines.AtOnce } sent || Read<FloorSent>(form["floors"]) is not { Count: <= SpeakerNames.Most } floors)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, DayWords.Error_Lines);
            return;
        }

        if (form["me"] != access.MemberId?.ToString(CultureInfo.InvariantCulture))
        {
            await Problem.WriteAsync(context, StatusCodes.Status409Conflict, DayWords.Error_OtherPerson);
            return;
        }

        var wishes = sent.Select(s => new LineWish(s.C, s.K, s.S, s.X, Moment(s.T), s.R, s.G)).ToList();
        var results = await Lines.SendAsync(rooms, matcher, access, id, wishes, context.RequestAborted);
        if (results is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        foreach (var floor in floors)
        {
            await Speakers.GiveFloorAsync(rooms, access, id, floor.S, Moment(floor.T), context.RequestAborted);
        }

        await context.Response.WriteAsJsonAsync(results.Select(r => Of(access, r)), s_json, context.RequestAborted);
    }

    private static Result Of(CoalitionAccess access, LineResult result)
    {
        var state = result.Outcome.IsDone ? "stored" : result.Outcome.Refused == Refusal.Conflict ? "conflict" : "refused";
        return new Result(result.ClientId, state, result.Outcome.Refused is { } why ? CoalitionText.Of("Refusal", why) : null, result.Stored is { } note ? Line(access, new LineView(note, null, null)) : null);
    }

    private static LineAnswer Line(CoalitionAccess access, LineView view)
    {
        var note = view.Note;
        return new LineAnswer(
            note.Id, note.ClientId, note.Kind, note.SpeakerId, note.WithdrawnAt is null ? note.Text : null, CoalitionText.Name(view.Author), Lines.MayChange(access, note), note.AuthorId == access.MemberId, note.Revision, note.WithdrawnAt is not null,
            DayText.Time(note.At), note.Status == DayNote.Provisional ? DayWords.Is_Stored : DayText.Of("Status", note.Status),
            view.Draft is { } draft && note.WithdrawnAt is null ? new DraftAnswer(draft.Text, Numbers.Fill(DayWords.Match_Is, DayText.Likeness(note.DraftScore)) + (note.IsOurs is { } ours ? " " + (ours ? DayWords.Match_Ours : DayWords.Match_NotOurs) : ""), note.IsOurs) : null);
    }

    private static DateTimeOffset? Moment(long? milliseconds) =>
        milliseconds is { } at && at > 0 && at < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <summary>Empty where the field is not there; null where it cannot be read.</summary>
    private static List<T>? Read<T>(string? json)
        where T : class
    {
        try
        {
            return string.IsNullOrEmpty(json) ? [] : JsonSerializer.Deserialize<List<T?>>(json, s_json)?.OfType<T>().ToList();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
