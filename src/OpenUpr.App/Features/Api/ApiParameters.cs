using System.Globalization;
using OpenUpr.App.Features.Recommendations;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search.Statistics;
using OpenUpr.Taxonomy.Readings;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.App.Features.Api;

/// <summary>The parameters that operations share.</summary>
internal static class ApiParameters
{
    public const int MaxLimit = 1_000;
    public const int DefaultLimit = 100;

    private static readonly string[] _numbers = ["1", "2", "3", "4", "5"];
    private static readonly string[] _goals = [.. Goals.All.Select(g => g.ToString(CultureInfo.InvariantCulture))];

    public static ApiParameter Limit { get; } = new("limit", "10") { Range = (1, MaxLimit), Default = $"{DefaultLimit}" };

    /// <summary>Its example is empty: a cursor is only ever taken from an answer.</summary>
    public static ApiParameter Cursor { get; } = new("cursor", "");

    public static ApiParameter Sort { get; } = new("sort", "newest") { Values = [.. SortNames.All.Select(s => s.Name)], Default = SortNames.All[0].Name };

    public static ApiParameter By { get; } = new("by", "response") { Values = StatisticFields.All };

    public static ApiParameter Across { get; } = new("across", "cycle") { Values = StatisticFields.All };

    public static ApiParameter Unit { get; } = new("unit", "texts") { Values = [.. Enum.GetNames<CountUnit>().Select(n => n.ToLowerInvariant())], Default = "pairs" };

    /// <summary>The query and its filters. Groups and organisations are those of the reference data.</summary>
    public static IReadOnlyList<ApiParameter> Search(ReferenceData reference)
    {
        string[] groups = [.. reference.RegionalGroups.Select(g => g.Code)];
        string[] organisations = [.. reference.Organisations.Select(o => o.Code)];
        return
        [
            Filter("q", "rights", isList: false),
            Filter("sur", "{sur}"),
            Filter("rs", "{rs}"),
            Filter("sur-group", groups[0], groups),
            Filter("rs-group", groups[^2], groups),
            Filter("sur-org", organisations[0], organisations),
            Filter("rs-org", organisations[^1], organisations),
            Filter("issue", "{issue}"),
            Filter("issues", "all", ["any", "all"], "any"),
            Filter("response", "noted", ["supported", "accepted", "noted", "pending"]),
            Filter("action", "5", _numbers),
            Filter("session", "{session}"),
            Filter("cycle", "1"),
            Filter("kind", "pledge", ["recommendation", "pledge", "all"], "recommendation"),
            Filter("sdg", "5", _goals),
            Filter("theme", "ratification"),
            Filter("person", "children", [.. TopicList.Persons.All.Select(p => p.Slug)]),
            Filter("instrument", "cedaw"),
            Filter("labels", "people", ["all", "people"], "all"),
            Filter("synonyms", "off", ["on", "off"], "on"),
        ];
    }

    public static ApiParameter InPath(string name, string example) => new(name, example) { InPath = true };

    private static ApiParameter Filter(string name, string example, bool isList = true) => new(name, example) { IsFilter = true, IsList = isList };

    private static ApiParameter Filter(string name, string example, IReadOnlyList<string> values) => new(name, example) { IsFilter = true, IsList = true, Values = values };

    private static ApiParameter Filter(string name, string example, IReadOnlyList<string> values, string ifAbsent) =>
        new(name, example) { IsFilter = true, Values = values, Default = ifAbsent };
}
