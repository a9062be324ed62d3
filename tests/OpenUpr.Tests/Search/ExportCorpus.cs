using System.Net;
using System.Text;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Sources.Csv;
using OpenUpr.Taxonomy;

namespace OpenUpr.Tests.Search;

/// <summary>
/// UPR Info's export as rows for the index, read directly. Searches are tested on the real data without the importer, so that a
/// fault is either the one's or the other's.
/// </summary>
public static class ExportCorpus
{
    public const string Missing = "Set OPENUPR_CORPUS to the folder that holds upr-info/*.csv.";

    private const int MacRoman = 10000;

    private static readonly Lazy<IReadOnlyList<IndexRow>?> Loaded = new(() =>
        Environment.GetEnvironmentVariable("OPENUPR_CORPUS") is { Length: > 0 } folder ? Read(Path.Combine(folder, "upr-info")) : null);

    /// <summary>All rows in the order of their texts; null when the corpus is not there.</summary>
    public static IReadOnlyList<IndexRow>? Rows => Loaded.Value;

    public static IReadOnlyList<IndexRow> Read(string folder)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var reference = ReferenceData.Load(World.UnitedNations);
        var texts = new Dictionary<string, long>();
        var rows = new List<IndexRow>();
        foreach (var file in Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(file, Encoding.GetEncoding(MacRoman));
            foreach (var record in new CsvParser(reader).ReadAll().Skip(1))
            {
                var row = RowOf(record.Fields, reference, rows.Count + 1);
                var key = Convert.ToHexString(RecommendationIdentity.OfText(row.Sur, row.Session, row.Kind, row.Text, row.Position?.ToString() ?? ""));
                if (!texts.TryGetValue(key, out var text))
                {
                    texts.Add(key, text = texts.Count + 1);
                }

                rows.Add(row with { TextId = text });
            }
        }

        return [.. rows.OrderBy(r => r.TextId).ThenBy(r => r.Id)];
    }

    private static IndexRow RowOf(string[] fields, ReferenceData reference, long id)
    {
        // Pledges have no answer column of their own: the word stands where the answer stands, one column earlier.
        var pledge = fields.Contains("Voluntary Pledge");
        var answer = Array.FindIndex(fields, f => f is "Voluntary Pledge" or "Accepted" or "Noted");
        return new IndexRow(
            id,
            0,
            null,
            pledge ? RecommendationKind.Pledge : RecommendationKind.Recommendation,
            reference.Names.Find(fields[0])!.Iso3,
            reference.Names.Find(fields[4])?.Iso3 ?? State.Unknown,
            int.Parse(fields[answer + 3], System.Globalization.CultureInfo.InvariantCulture),
            pledge ? null : fields[answer] == "Accepted" ? Position.Supported : Position.Noted,
            int.TryParse(fields[answer + 1], out var action) ? action : null,
            [.. fields[answer + 2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(i => IssueList.Current.Find(i)!.Slug)],
            WebUtility.HtmlDecode(fields[3]));
    }
}
