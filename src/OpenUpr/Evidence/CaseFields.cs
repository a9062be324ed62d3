using System.Text.Json;

namespace OpenUpr.Evidence;

/// <summary>What a case says that could hurt somebody; kept sealed, as one text.</summary>
/// <param name="Who">Names and how they are connected.</param>
/// <param name="Contact">How to reach people.</param>
/// <param name="ConsentWords">What the person agreed to, in their own words.</param>
/// <param name="SafetyNote">What the safety check found, and who was asked.</param>
public sealed record CaseSecrets(string? Who = null, string? Place = null, string? Notes = null, string? Contact = null, string? ConsentWords = null, string? SafetyNote = null)
{
    internal static string PlaceOf(long caseId) => FormattableString.Invariant($"evidence_cases.sealed.{caseId}");

    internal string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>The notes alone, without making texts of all the rest.</summary>
    internal static string? NotesIn(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(nameof(Notes)))
            {
                reader.Read();
                return reader.GetString();
            }
        }

        return null;
    }

    internal static CaseSecrets Parse(string json) => JsonSerializer.Deserialize<CaseSecrets>(json) ?? new CaseSecrets();
}

/// <summary>A case as it was typed into a form.</summary>
/// <param name="Issues">Names of UPR Info's issues.</param>
/// <param name="Readers">Members who may read it when it is sealed, besides its author.</param>
/// <param name="Revision">The one that was read; another in the store means that somebody else saved meanwhile.</param>
public sealed record CaseFields(
    string? Alias, IReadOnlyList<string> Issues, string? HappenedOn, long? ClusterId, string? Consent, string? RetainUntil, bool IsSealed, IReadOnlyList<long> Readers, CaseSecrets Secrets, int Revision = 0);

/// <summary>Whether the person agrees that the case is used.</summary>
public static class Consents
{
    public const string Unknown = "unknown";
    public const string Given = "given";
    public const string Limited = "limited";
    public const string Refused = "refused";

    public static IReadOnlyList<string> All { get; } = [Unknown, Given, Limited, Refused];
}

/// <summary>
/// What a safety check may come to. A submission's name and text stand on OHCHR's site for everyone; it cannot be anonymous (UPR Info's
/// compendium for civil society: "submissions cannot be anonymous"; requirement F9).
/// </summary>
public static class SafetyVerdicts
{
    /// <summary>The person may be named.</summary>
    public const string Safe = "safe";

    /// <summary>The case may be told without what leads to the person.</summary>
    public const string AliasOnly = "alias-only";

    /// <summary>Reprisals are feared: it goes out under the name of an international organisation.</summary>
    public const string ThroughInternational = "through-international";

    /// <summary>It stays in the room.</summary>
    public const string Unsafe = "unsafe";

    public static IReadOnlyList<string> All { get; } = [Safe, AliasOnly, ThroughInternational, Unsafe];
}
