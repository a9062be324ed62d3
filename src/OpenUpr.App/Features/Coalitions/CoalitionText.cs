using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>Codes of the rooms in the reader's words.</summary>
public static class CoalitionText
{
    /// <summary>The word of a code, such as Role and secretariat; the code itself where there is none.</summary>
    public static string Of(string kind, string? code) => code is null ? "" : Find($"{kind}_{code}") ?? code;

    public static string Of(string kind, Enum code) => Of(kind, code.ToString());

    public static string Role(CoalitionRole role) => Of("Role", role.Code());

    /// <summary>A person's name; "a former member" after they asked to be forgotten.</summary>
    public static string Name(string? name) => name ?? CoalitionWords.Person_Former;

    /// <summary>21 November 2026, 16:00 UTC.</summary>
    public static string Moment(DateTimeOffset at) => Numbers.Fill(CoalitionWords.Moment, Dates.Day(at), at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture));

    /// <summary>Something that is open, in a sentence.</summary>
    public static string Sentence(OpenThing thing)
    {
        var sentence = Numbers.Fill(Of("Open", thing.Kind), thing.Kind == OpenKind.TaskOverdue ? Plan.PlanText.Title(thing.What) : thing.What ?? CoalitionWords.Person_Former, Numbers.Count(thing.Count));
        var notes = new[] { thing.Who, thing.DueOn is { } due ? Dates.Day(due) : null }.OfType<string>().ToList();
        return notes.Count == 0 ? sentence : $"{sentence} ({string.Join(", ", notes)})";
    }

    /// <summary>The word under this name, hyphens being underscores there; null where there is none.</summary>
    public static string? Find(string name) => CoalitionWords.ResourceManager.GetString(name.Replace('-', '_'), CultureInfo.CurrentUICulture);
}
