using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Actions;

/// <summary>What somebody writes into an action, as typed.</summary>
public sealed record ActionText(string? Text)
{
    public string? Ministry { get; init; }

    /// <summary>A line for each: "name: duty".</summary>
    public string? Actors { get; init; }

    /// <summary>2026-11-22.</summary>
    public string? From { get; init; }

    public string? To { get; init; }

    public string? Targets { get; init; }

    public string? Plans { get; init; }

    public string? Assistance { get; init; }

    public string? Law { get; init; }

    public string? Budget { get; init; }

    public string? Committee { get; init; }

    public string? Note { get; init; }

    public string? State { get; init; }

    /// <summary>What an entry says, as a form would send it.</summary>
    public static ActionText Of(ActionEntry entry) => new(entry.Text)
    {
        Ministry = entry.Ministry, Actors = entry.Actors, From = Day(entry.From), To = Day(entry.To), Targets = entry.Targets, Plans = entry.Plans, Assistance = entry.Assistance, Law = entry.Law, Budget = entry.Budget,
        Committee = entry.Committee, Note = entry.Note, State = entry.State,
    };

    /// <summary>What an action of a plan says, as a form would send it; a plan has no note.</summary>
    public static ActionText Of(PlanAction action) => new(action.Text)
    {
        Ministry = action.Ministry, Actors = Lines(action.Actors.Select(ActionChanges.Line)), From = Day(action.From), To = Day(action.To), Targets = action.Targets.Count == 0 ? null : string.Join(", ", action.Targets),
        Plans = Lines(action.Plans), Assistance = action.Assistance, Law = action.Law, Budget = action.Budget, Committee = action.Committee, State = action.State,
    };

    private static string? Lines(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } text ? text : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A changed action of a form.</summary>
/// <param name="Revision">The entry that the writer had before them.</param>
public sealed record ActionChange(long ActionId, int Revision, ActionText Text)
{
    /// <summary>After the names of its fields, so that a refusal names the right one: "-12"; empty where the form has one action.</summary>
    public string Tail { get; init; } = "";
}

/// <summary>Reads an action as typed, and says whether two entries say the same.</summary>
internal static class ActionReading
{
    public static IReadOnlyList<string> States { get; } = [ActionEntry.Planned, ActionEntry.Agreed, ActionEntry.Begun, ActionEntry.Done, ActionEntry.Dropped];

    /// <summary>A new entry without number, writer and moment; what is wrong stands in the fields, named "text-12".</summary>
    /// <param name="tail">After the name of each field; empty where the form has one action.</param>
    public static ActionEntry Read(Fields fields, ActionText typed, string tail)
    {
        var entry = new ActionEntry
        {
            Text = fields.Required("text" + tail, typed.Text, Fields.Note), Ministry = fields.Optional("ministry" + tail, typed.Ministry), Actors = fields.Optional("actors" + tail, typed.Actors, Fields.Note),
            From = fields.Day("from" + tail, typed.From), To = fields.Day("to" + tail, typed.To), Targets = fields.Optional("targets" + tail, typed.Targets), Plans = fields.Optional("plans" + tail, typed.Plans, Fields.Note),
            Assistance = fields.Optional("assistance" + tail, typed.Assistance, Fields.Note), Law = fields.Optional("law" + tail, typed.Law, Fields.Note), Budget = fields.Optional("budget" + tail, typed.Budget, Fields.Note),
            Committee = fields.Optional("committee" + tail, typed.Committee), Note = fields.Optional("note" + tail, typed.Note, Fields.Note), State = fields.OneOf("state" + tail, typed.State ?? ActionEntry.Planned, [.. States]), ClientId = "",
        };
        if (entry.To < entry.From)
        {
            fields.Refuse(Refusal.NoDate, "to" + tail, 0);
        }

        if (entry.Targets is { } targets)
        {
            entry.Targets = SdgTargets.Read(targets) is { } known ? string.Join(", ", known) : fields.Refuse<string?>(Refusal.Unknown, "targets" + tail, null);
        }

        return entry;
    }

    public static bool Same(ActionEntry one, ActionEntry other) => Words(one) == Words(other);

    private static (string, string?, string?, DateOnly?, DateOnly?, (string?, string?, string?, string?, string?, string?, string?, string)) Words(ActionEntry e) =>
        (e.Text, e.Ministry, e.Actors, e.From, e.To, (e.Targets, e.Plans, e.Assistance, e.Law, e.Budget, e.Committee, e.Note, e.State));
}

/// <summary>Goals and targets of the 2030 Agenda as people write them: "5", "16.3", "1.b" (A/RES/70/1, 2015).</summary>
public static class SdgTargets
{
    private const int Goals = 17;

    /// <summary>In the order in which they were written, each once; null where a part is none.</summary>
    public static IReadOnlyList<string>? Read(string text)
    {
        string[] parts = [.. text.ToLowerInvariant().Split([',', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Distinct()];
        return parts.All(p => GoalOf(p) is not null) ? parts : null;
    }

    /// <summary>The goal of a target; null for a text that is none.</summary>
    public static int? GoalOf(string target)
    {
        var parts = target.Split('.');
        return parts.Length <= 3 && int.TryParse(parts[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var goal) && goal is >= 1 and <= Goals
            && parts.Skip(1).All(p => p.Length is 1 or 2 && p.All(char.IsAsciiLetterOrDigit)) ? goal : null;
    }
}
