using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Import.Papers;

/// <summary>What is kept of a reading so that its review can be put together again (<see cref="Storage.DocumentReading"/>).</summary>
/// <param name="Named">Symbols of the addenda that the paper names: a decision names the State's replies.</param>
internal sealed partial record StoredReading(
    PaperIdentity Identity,
    IReadOnlyList<ReadText> Texts,
    IReadOnlyList<ReadAnswer> Answers,
    IReadOnlyList<ReadFact> Facts,
    IReadOnlyList<ReadDoubt> Doubts,
    IReadOnlyList<string> Named)
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Pairs of a text and a State, recommendations and pledges.</summary>
    public int Pairs => Texts.Sum(t => Math.Max(t.States.Count, 1));

    public static StoredReading From(PaperReading reading) => new(
        reading.Identity, reading.Texts, reading.Answers, reading.Facts, reading.Doubts,
        reading.Identity.Kind != PaperKind.Decision ? [] : [.. reading.Passages.SelectMany(p => Addendum.Matches(p.Text).Select(m => m.Value)).Distinct(StringComparer.Ordinal)]);

    public byte[] Pack()
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(brotli, this, s_json);
        }

        return packed.ToArray();
    }

    public static StoredReading Unpack(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<StoredReading>(brotli, s_json)!;
    }

    [GeneratedRegex(@"\bA/HRC/[0-9]{1,3}/[0-9]{1,4}/Add\.[0-9]{1,2}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Addendum { get; }
}
