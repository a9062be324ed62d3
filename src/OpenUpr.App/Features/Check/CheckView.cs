using OpenUpr.App.Shared;
using OpenUpr.Drafting.Checking;

namespace OpenUpr.App.Features.Check;

/// <summary>What the page says of a file.</summary>
public sealed record CheckView(string File, CheckReport Report)
{
    /// <summary>Rules by how much they matter, each with its findings.</summary>
    internal IEnumerable<(CheckSeverity Severity, IReadOnlyList<CheckGroup> Groups)> Severities => Report.Findings
        .GroupBy(f => f.Severity)
        .Select(s => (s.Key, (IReadOnlyList<CheckGroup>)[.. s.GroupBy(f => f.Rule.Code).Select(g => new CheckGroup([.. g], Report.More.GetValueOrDefault(g.Key)))]));

    /// <summary>Places of a severity, those that are not listed too.</summary>
    internal int CountOf(CheckSeverity severity) => Report.Findings.Count(f => f.Severity == severity) + CheckRules.All.Where(r => r.Severity == severity).Sum(r => Report.More.GetValueOrDefault(r.Code));
}

/// <summary>What one rule found.</summary>
/// <param name="More">Places that are not listed.</param>
internal sealed record CheckGroup(IReadOnlyList<CheckFinding> Findings, int More)
{
    public CheckFinding First => Findings[0];

    /// <summary>True where every place says something of its own.</summary>
    public bool Varies => Findings.Select(CheckText.Say).Distinct().Count() > 1;

    public string Heading => Varies ? CheckText.Rule(First) : CheckText.Say(First);

    /// <summary>True where there is a place to show.</summary>
    public bool HasPlaces => Findings.Count > 1 || First.Place != CheckPlace.Whole || First.Excerpt is not null;

    public CheckSource Source => CheckSources.Get(First.Rule.Source);
}
