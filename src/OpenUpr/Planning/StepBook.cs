using System.Collections.Frozen;
using System.Globalization;
using OpenUpr.Reviews;

namespace OpenUpr.Planning;

/// <summary>The activities of the whole cycle, from plan-steps.csv: requirements C7, E, H, I, J, K, L and M, and the timelines of the two advocacy guides.</summary>
public static class StepBook
{
    private static readonly FrozenDictionary<string, string> s_untils = ReferenceTable.Read("OpenUpr.Planning.Data.plan-phases.csv").ToFrozenDictionary(r => r["code"], r => r["until"]);

    /// <summary>The phases in the order of the cycle.</summary>
    public static IReadOnlyList<string> Phases { get; } = [.. ReferenceTable.Read("OpenUpr.Planning.Data.plan-phases.csv").Select(r => r["code"])];

    /// <summary>All steps; one never stands before a step that it comes after.</summary>
    public static IReadOnlyList<PlanStep> All { get; } = Read();

    private static readonly FrozenDictionary<string, PlanStep> s_byCode = All.ToFrozenDictionary(s => s.Code);

    /// <summary>Null where there is no such step, as of a task that is a coalition's own.</summary>
    public static PlanStep? Find(string? code) => code is null ? null : s_byCode.GetValueOrDefault(code);

    /// <summary>Place of a step in the file, for lists in the order of the process; own tasks come last.</summary>
    public static int Place(string? code) => code is not null && s_places.TryGetValue(code, out var place) ? place : int.MaxValue;

    private static readonly FrozenDictionary<string, int> s_places = All.Select((s, i) => (s.Code, i)).ToFrozenDictionary(p => p.Code, p => p.i);

    private static List<PlanStep> Read()
    {
        var known = new HashSet<string>();
        var steps = new List<PlanStep>();
        foreach (var row in ReferenceTable.Read("OpenUpr.Planning.Data.plan-steps.csv"))
        {
            var step = Step(row);
            if (step.After.FirstOrDefault(a => !known.Contains(a.Code)) is { } unknown)
            {
                throw new InvalidDataException($"plan-steps.csv: {step.Code} comes after {unknown.Code}, which does not stand before it.");
            }

            known.Add(step.Code);
            steps.Add(step);
        }

        return steps;
    }

    private static PlanStep Step(ReferenceTable row) => new(
        row["code"], row["phase"], PlanEdge.Parse(row["from"]), PlanEdge.Parse(row["to"]), PlanEdge.Parse(row.Optional("until") ?? s_untils[row["phase"]]),
        [.. Words(row["after"], ' ').Select(Order)], row["avoid"] switch { "geneva" => Reach.Geneva, "home" => Reach.Home, _ => Reach.None }, row["when"] == "after-busy",
        row["core"] == "yes", row["role"], row.Optional("link"), row.Number("checks")!.Value, row["window"] == "stated", Words(row["requirement"], ';'), [.. Words(row["sources"], ';').Select(Source)]);

    private static string[] Words(string cell, char between) => cell.Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>"embassies-contact!+7": seven days after it, and not without it.</summary>
    private static StepOrder Order(string words)
    {
        var parts = words.Split('+');
        return new StepOrder(parts[0].TrimEnd('!'), parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0, parts[0].EndsWith('!'));
    }

    private static StepSource Source(string words)
    {
        var parts = words.Split('@', 2, StringSplitOptions.TrimEntries);
        return new StepSource(parts[0], parts[1]);
    }
}
