using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Actions;

/// <summary>A recommendation in the matrix.</summary>
/// <param name="Number">The paragraph as printed; null where it is not known.</param>
public sealed record PlanRecommendation(string? Number, string Text, string? Position, IReadOnlyList<string> States, IReadOnlyList<string> Issues, IReadOnlyList<int> Goals);

/// <summary>Somebody who helps to do an action, and what their duty is.</summary>
public sealed record PlanActor(string Name, string? Duty);

public sealed record PlanIndicator(string Name, string? Unit, decimal? Baseline, decimal? Target, string? Source, DateOnly? DueOn, string? Sdg);

/// <summary>An action in the matrix.</summary>
/// <param name="Recommendations">Their places in the list of the matrix, from 0.</param>
/// <param name="Targets">Goals and targets of the 2030 Agenda.</param>
/// <param name="Plans">Places in plans and strategies.</param>
public sealed record PlanAction(int Number, string Text, string? Ministry, IReadOnlyList<PlanActor> Actors, IReadOnlyList<PlanIndicator> Indicators, IReadOnlyList<string> Targets, IReadOnlyList<string> Plans, IReadOnlyList<int> Recommendations)
{
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string? Assistance { get; init; }

    public string? Law { get; init; }

    public string? Budget { get; init; }

    public string? Committee { get; init; }

    public required string State { get; init; }
}

/// <summary>
/// The implementation matrix as it leaves the room: in versions, files, and what guests see. It is made of named fields alone, so that the coalition's notes, its
/// evidence, its assessments and the names of its people cannot slip in.
/// </summary>
/// <param name="State">Code of the State under review.</param>
public sealed record ActionPlan(string State, int Session, IReadOnlyList<PlanRecommendation> Recommendations, IReadOnlyList<PlanAction> Actions)
{
    /// <summary>Recommendations that no action of it serves.</summary>
    [JsonIgnore]
    public IReadOnlyList<PlanRecommendation> Unserved
    {
        get
        {
            var served = Actions.SelectMany(a => a.Recommendations).ToHashSet();
            return [.. Recommendations.Where((_, i) => !served.Contains(i))];
        }
    }

    /// <summary>The actions under the issue of the first recommendation that each serves, by name; those that serve none stand last.</summary>
    [JsonIgnore]
    public IEnumerable<IGrouping<string?, PlanAction>> Themes =>
        Actions.GroupBy(a => a.Recommendations.Select(r => Recommendations[r].Issues is [var first, ..] ? first : null).FirstOrDefault(i => i is not null)).OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.CurrentCulture);
}

/// <summary>Makes the matrix that leaves the room, and writes and reads it as JSON.</summary>
public static class ActionPlans
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>"A12": how people speak of an action; "N2" for the second that was added in a joint draft.</summary>
    public static string CodeOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{(number < 0 ? 'N' : 'A')}{Math.Abs(number)}");

    /// <summary>The number of "A12" or "N2"; null for a text that is neither.</summary>
    public static int? NumberOf(string? code) =>
        code is ['A' or 'N', ..] && int.TryParse(code.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? (code[0] == 'N' ? -number : number) : null;

    /// <summary>Without the actions that are left out.</summary>
    public static ActionPlan Of(ActionsView view)
    {
        var places = view.Follow.Rows.Select((r, i) => (r.Row.Id, i)).ToDictionary(p => p.Id, p => p.i);
        return new ActionPlan(
            view.Follow.Review.State, view.Follow.Review.Session, [.. view.Follow.Rows.Select(r => new PlanRecommendation(r.Row.Number, r.Row.Text, r.Row.Position, r.States, r.Issues, r.Goals))],
            [.. view.Actions.Where(a => a.Entry.State != ActionEntry.Dropped).Select(a => Of(a, places))]);
    }

    public static string Write(ActionPlan plan) => JsonSerializer.Serialize(plan, s_json);

    public static ActionPlan Read(string json) => JsonSerializer.Deserialize<ActionPlan>(json, s_json)!;

    public static string WriteAction(PlanAction action) => JsonSerializer.Serialize(action, s_json);

    public static PlanAction ReadAction(string json) => JsonSerializer.Deserialize<PlanAction>(json, s_json)!;

    /// <summary>Reads lines of "name: duty".</summary>
    public static IReadOnlyList<PlanActor> Actors(string? lines) => [.. Lines(lines).Select(l => l.IndexOf(':', StringComparison.Ordinal) is > 0 and var at && l[(at + 1)..].Trim() is { Length: > 0 } duty ? new PlanActor(l[..at].Trim(), duty) : new PlanActor(l.TrimEnd(':', ' '), null))];

    /// <summary>An action of the matrix.</summary>
    /// <param name="places">The place of each recommendation in the plan, by its row; what has none is left out.</param>
    internal static PlanAction Of(ActionRow row, IReadOnlyDictionary<long, int> places) =>
        Of(row.Action.Number, row.Entry, row.Indicators.Select(Of), row.Rows.Where(r => places.ContainsKey(r.Row.Id)).Select(r => places[r.Row.Id]));

    internal static PlanAction Of(int number, ActionEntry entry, IEnumerable<PlanIndicator> indicators, IEnumerable<int> recommendations) => new(
        number, entry.Text, entry.Ministry, Actors(entry.Actors), [.. indicators], SdgTargets.Read(entry.Targets ?? "") ?? [], Lines(entry.Plans), [.. recommendations])
    {
        From = entry.From, To = entry.To, Assistance = entry.Assistance, Law = entry.Law, Budget = entry.Budget, Committee = entry.Committee, State = entry.State,
    };

    internal static PlanIndicator Of(ActionIndicator i) => new(i.Name, i.Unit, i.Baseline, i.Target, i.Source, i.DueOn, i.Sdg);

    private static string[] Lines(string? text) => text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
