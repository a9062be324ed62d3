using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenUpr.Planning;

/// <summary>A point to be ticked.</summary>
/// <param name="Key">Names it in forms: its number for a point of the step, "own-1" and so on for the coalition's.</param>
/// <param name="Text">In the coalition's words; null for a point of the step, whose words are the product's.</param>
/// <param name="DoneById">Who ticked it.</param>
public sealed record CheckPoint(
    [property: JsonPropertyName("k")] string Key, [property: JsonPropertyName("t"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text,
    [property: JsonPropertyName("d"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? DoneOn, [property: JsonPropertyName("by"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? DoneById)
{
    [JsonIgnore]
    public bool IsDone => DoneOn is not null;
}

/// <summary>The checklist of a task, as its row keeps it.</summary>
public static class Checklist
{
    /// <summary>Points that a list may have.</summary>
    public const int Most = 40;

    /// <summary>Characters of a point.</summary>
    public const int MostWords = 300;

    private const string OwnKey = "own-";

    /// <summary>The points of a step, none of them ticked.</summary>
    public static string Of(PlanStep step) => Write([.. Enumerable.Range(1, step.Checks).Select(n => new CheckPoint(n.ToString(CultureInfo.InvariantCulture), null, null, null))]);

    public static IReadOnlyList<CheckPoint> Read(string stored) => stored.Length > 0 && stored[0] == '[' ? JsonSerializer.Deserialize<List<CheckPoint>>(stored)! : [];

    /// <summary>The points in the coalition's own words. Most lists have none: those are not taken apart.</summary>
    public static IEnumerable<string?> OwnWords(string stored) => stored.Contains(OwnKey, StringComparison.Ordinal) ? Read(stored).Select(p => p.Text) : [];

    public static string Write(IReadOnlyList<CheckPoint> points) => JsonSerializer.Serialize(points);

    /// <summary>Ticks some points and takes the tick off others; the rest stays as somebody else may have set it meanwhile.</summary>
    public static IReadOnlyList<CheckPoint> Tick(IReadOnlyList<CheckPoint> points, IReadOnlyCollection<string> ticked, IReadOnlyCollection<string> cleared, DateOnly today, long? by) =>
        [.. points.Select(p => ticked.Contains(p.Key) ? (p.IsDone ? p : p with { DoneOn = today, DoneById = by }) : cleared.Contains(p.Key) ? p with { DoneOn = null, DoneById = null } : p)];

    /// <summary>Adds a point in the coalition's words.</summary>
    public static IReadOnlyList<CheckPoint> Add(IReadOnlyList<CheckPoint> points, string words)
    {
        var last = points.Where(p => p.Key.StartsWith(OwnKey, StringComparison.Ordinal)).Select(p => int.Parse(p.Key.AsSpan(OwnKey.Length), CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
        return [.. points, new CheckPoint(OwnKey + (last + 1).ToString(CultureInfo.InvariantCulture), words, null, null)];
    }
}
