using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Reviews;

namespace OpenUpr.App.Features.Calendar;

/// <summary>What an address of the calendar asks for. The page and the file take the same.</summary>
/// <param name="Refusal">Why it cannot be answered, in a sentence; null when it can.</param>
/// <param name="Canonical">False where the same thing has another address, such as a State given by its name.</param>
public sealed record CalendarRequest(State? State, string? Kind, int? Cycle, int? Session, string? Refusal, bool Canonical)
{
    public const string Page = "/calendar";
    public const string File = "/calendar.ics";

    public static CalendarRequest Read(IQueryCollection query, ReferenceData reference)
    {
        var (state, kind, cycle, session) = (Text(query, "state"), Text(query, "kind"), Text(query, "cycle"), Text(query, "session"));
        var found = state is null ? null : reference.FindState(state) ?? reference.Names.Find(state);
        var (cycleNumber, sessionNumber) = (Number(cycle), Number(session));
        var refusal = state is not null && found is null ? Numbers.Fill(Words.Error_NoState, state)
            : kind is not null && reference.Steps.All(s => s.Key != kind) ? Numbers.Fill(CalendarWords.Error_NoKind, kind, string.Join(", ", reference.Steps.Select(s => s.Key)))
            : cycle is not null && reference.Cycles.All(c => c.Number != cycleNumber) ? Numbers.Fill(CalendarWords.Error_NoCycle, cycle, reference.Cycles[^1].Number)
            : session is not null && (sessionNumber is not { } number || reference.FindSession(number) is null) ? Numbers.Fill(CalendarWords.Error_NoSession, session, reference.Sessions[^1].Number)
            : null;
        return new CalendarRequest(found, kind, cycleNumber, sessionNumber, refusal, state is null || found?.Iso3 == state);
    }

    public CalendarFilter Filter => new(State?.Iso3, Kind, Cycle, Session);

    /// <summary>The one address of this view below <see cref="Page"/> or <see cref="File"/>.</summary>
    public string Address(string path) => To(path, State?.Iso3, Kind, Cycle, Session);

    public static string To(string path, string? state = null, string? kind = null, int? cycle = null, int? session = null)
    {
        string?[] parts =
        [
            state is null ? null : $"state={state}",
            kind is null ? null : $"kind={kind}",
            cycle is { } c ? $"cycle={c.ToString(CultureInfo.InvariantCulture)}" : null,
            session is { } s ? $"session={s.ToString(CultureInfo.InvariantCulture)}" : null,
        ];
        return parts.Any(p => p is not null) ? $"{path}?{string.Join('&', parts.OfType<string>())}" : path;
    }

    private static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } value ? value : null;

    private static int? Number(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
