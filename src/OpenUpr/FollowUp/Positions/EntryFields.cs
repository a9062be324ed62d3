using System.Globalization;
using OpenUpr.Coalitions;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Positions;

/// <summary>A part of what is written about a recommendation; the board and the workshop show some of them each.</summary>
/// <param name="Code">The field's name in forms.</param>
public sealed record EntryField(string Code, Func<OutcomeEntry, string?> Get, Action<OutcomeEntry, string?> Set);

/// <summary>What can be written about a recommendation, each as a text, so that two who write different fields at once both keep what they wrote.</summary>
public static class EntryFields
{
    public const string Ideal = "ideal";
    public const string Expected = "expected";
    public const string Key = "key";
    public const string Lobby = "lobby";
    public const string Rationale = "rationale";
    public const string Private = "private";

    /// <summary>States that one recommendation names to be lobbied.</summary>
    private const int MostStates = 30;

    public static IReadOnlyList<EntryField> All { get; } =
    [
        new(Ideal, e => e.Ideal, (e, v) => e.Ideal = v),
        new(Expected, e => e.Expected, (e, v) => e.Expected = v),
        new(Key, e => e.IsKey ? "yes" : null, (e, v) => e.IsKey = v == "yes"),
        new(Lobby, e => e.Lobby, (e, v) => e.Lobby = v),
        new(Rationale, e => e.Rationale, (e, v) => e.Rationale = v),
        new("lobbying", e => e.Lobbying, (e, v) => e.Lobbying = v),
        new("idea", e => e.Idea, (e, v) => e.Idea = v),
        new("actors", e => e.Actors, (e, v) => e.Actors = v),
        new("acceptance", e => e.Acceptance, (e, v) => e.Acceptance = v),
        new("government", e => e.Government, (e, v) => e.Government = v),
        new("dissemination", e => e.Dissemination, (e, v) => e.Dissemination = v),
        new("international", e => e.International, (e, v) => e.International = v),
        new("charter", e => e.Charter, (e, v) => e.Charter = v),
        new("monitoring", e => e.Monitoring, (e, v) => e.Monitoring = v),
        new(Private, e => e.Private, (e, v) => e.Private = v),
    ];

    /// <summary>The six strands of a consultation after the review, in the order of the post-UPR consultation toolkit.</summary>
    public static IReadOnlyList<string> Strands { get; } = ["acceptance", "government", "dissemination", "international", "charter", "monitoring"];

    /// <summary>What a position that is wished for or expected can be; a State cannot leave one pending for good.</summary>
    public static IReadOnlyList<string> Answers { get; } = ["supported", "partly", "noted"];

    public static string? Read(OutcomeEntry? entry, string code) => entry is null ? null : All.First(f => f.Code == code).Get(entry);

    /// <summary>A value as it is stored; what is wrong with it is remembered.</summary>
    internal static string? Clean(Fields fields, ReferenceData reference, string code, string? value, string field) => code switch
    {
        Ideal or Expected => string.IsNullOrEmpty(value) ? null : fields.OneOf(field, value, [.. Answers]),
        Key => value == "yes" ? value : null,
        Lobby => States(fields, reference, value, field),
        _ => fields.Optional(field, value, Fields.Note),
    };

    /// <summary>Codes of States, each once, from codes or names apart by commas, semicolons or line ends.</summary>
    private static string? States(Fields fields, ReferenceData reference, string? value, string field)
    {
        var found = new List<string>();
        foreach (var name in (value ?? "").Split([',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if ((reference.FindState(name.ToUpperInvariant()) ?? reference.States.FirstOrDefault(s => string.Equals(s.Name(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), name, StringComparison.OrdinalIgnoreCase))) is not { } state)
            {
                return fields.Refuse<string?>(Refusal.Unknown, field, null);
            }

            found.Add(state.Iso3);
        }

        return found.Count == 0 ? null : found.Count > MostStates ? fields.Refuse<string?>(Refusal.TooMany, field, null) : string.Join(',', found.Distinct());
    }
}
