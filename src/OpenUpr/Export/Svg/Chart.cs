namespace OpenUpr.Export.Svg;

/// <summary>What stands over a chart: the finding, and what it is based on (what is counted, sessions, filter, date).</summary>
public sealed record ChartText(string Finding, string Basis);
