using OpenUpr.Reviews;

namespace OpenUpr.Tests.Import;

/// <summary>One invented row of the export. Groups and organisations come from the reference data unless a test sets them.</summary>
internal sealed record ExportLine
{
    public const string Header = "To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session";

    private static readonly ReferenceData Reference = ReferenceData.Load(World.UnitedNations);

    public string To { get; init; } = "Slovenia";

    public string? ToGroup { get; init; }

    public string? ToOrganisations { get; init; }

    public string Text { get; init; } = "Paint every bridge green, and keep it so";

    public string From { get; init; } = "France";

    public string? FromGroup { get; init; }

    public string? FromOrganisations { get; init; }

    public string Response { get; init; } = "Accepted";

    public string Action { get; init; } = "5";

    public string Issue { get; init; } = "Women's rights,Labour";

    public string Session { get; init; } = "7";

    public string[] Cells =>
    [
        To, ToGroup ?? Group(To), ToOrganisations ?? Organisations(To), Text,
        From, FromGroup ?? Group(From), FromOrganisations ?? Organisations(From), Response, Action, Issue, Session,
    ];

    public override string ToString() => string.Join(',', Cells.Select(c => c.IndexOfAny([',', '"', '\r', '\n']) < 0 ? c : $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    /// <summary>A whole file of such rows.</summary>
    public static string File(string newLine, params IEnumerable<ExportLine> lines) => string.Join(newLine, [Header, .. lines.Select(l => l.ToString()), ""]);

    /// <summary>A number of different rows with which nothing is wrong.</summary>
    public static IEnumerable<ExportLine> Good(int count) =>
        Enumerable.Range(1, count).Select(i => new ExportLine { Text = $"Build school number {i} beside the river", Action = (i % 5 + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) });

    private static string Group(string name) => Reference.Names.Find(name) is { } state ? Reference.GroupOf(state.Iso3) ?? "" : "";

    private static string Organisations(string name) => Reference.Names.Find(name) is { } state ? string.Join(", ", Reference.OrganisationsOf(state.Iso3)) : "";
}
