using System.Text.Json;
using System.Text.Json.Serialization;
using OpenUpr.Import;

namespace OpenUpr.Papers;

/// <summary>What became of an upload, as it is kept in <see cref="Storage.Upload.Report"/>: what the file was taken for and why, and what was stored of it.</summary>
/// <param name="Kind">What it was recognised as, such as "working-group-report"; null where it was not.</param>
/// <param name="Refusal">Why the whole file was refused; null when it was stored.</param>
/// <param name="Symbol">The United Nations symbol; null where it has none.</param>
/// <param name="Sur">ISO code of the State under review; null where the file is about many reviews or it could not be told.</param>
/// <param name="Reasons">Why it was taken for this, in the paper's own words.</param>
/// <param name="RowsRead">Rows, texts or answers that were read.</param>
/// <param name="Known">Those that the store held already.</param>
/// <param name="Doubts">Lines of this paper that a person should look at.</param>
/// <param name="Findings">The first refused and doubtful rows of a table, each with its line.</param>
public sealed record UploadReport(
    string? Kind,
    string? Refusal,
    string? Symbol,
    string? Language,
    string? Sur,
    int? Session,
    IReadOnlyList<string> Reasons,
    int RowsRead,
    int Recommendations,
    int Pledges,
    int Known,
    int Passages,
    int Doubts,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>Findings that are kept; the rest is counted in the log.</summary>
    public const int MaxFindings = 20;

    public static UploadReport OfRefusal(string why) => new(null, why, null, null, null, null, [], 0, 0, 0, 0, 0, 0, []);

    public string ToJson() => JsonSerializer.Serialize(this, UploadReportJson.Default.UploadReport);

    /// <summary>The report of a finished upload; null while there is none, or where a later version of the program wrote it in another way.</summary>
    public static UploadReport? FromJson(string? json)
    {
        if (json is not ['{', ..])
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(json, UploadReportJson.Default.UploadReport);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UploadReport))]
internal sealed partial class UploadReportJson : JsonSerializerContext;
