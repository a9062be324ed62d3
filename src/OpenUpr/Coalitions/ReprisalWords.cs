using System.Text.Json;

namespace OpenUpr.Coalitions;

/// <summary>What was done to whom, in words that are kept sealed.</summary>
public sealed record ReprisalWords(string Who, string What, string? Where, string? When, string? By);

/// <summary>A step of the reprisals guideline that was taken.</summary>
/// <param name="Code">One of <see cref="ReprisalSteps.All"/>.</param>
public sealed record ReprisalStep(string Code, DateOnly On, string? Note);

/// <summary>The steps of the guideline, safety first (requirement D9; UPR Info's compendium for civil society, on a guideline for reprisals).</summary>
public static class ReprisalSteps
{
    public const string Consent = "consent";

    /// <summary>In the order in which they are best taken. Consent stands second and is asked again before every later one.</summary>
    public static IReadOnlyList<string> All { get; } = ["safety", Consent, "document", "contact", "embassies", "organisations", "un-focal-point", "upr-secretariat", "procedures", "follow-up"];

    internal static string PlaceOfWords(long id) => FormattableString.Invariant($"reprisal_entries.sealed.{id}");

    internal static string PlaceOfSteps(long id) => FormattableString.Invariant($"reprisal_entries.steps.{id}");

    internal static string ToJson<T>(T value) => JsonSerializer.Serialize(value);

    internal static T FromJson<T>(string json) => JsonSerializer.Deserialize<T>(json) ?? throw new JsonException("A sealed text holds nothing.");
}
