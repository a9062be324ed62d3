using System.Globalization;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;

namespace OpenUpr.App.Features.Events;

/// <summary>Codes of events in the reader's words.</summary>
public static class EventText
{
    /// <summary>The word of a code, such as Kind and viewing; the code itself where there is none.</summary>
    public static string Of(string group, string? code) => code is null ? "" : Find($"{group}_{code}") ?? code;

    /// <summary>The word under this name, hyphens being underscores there; null where there is none.</summary>
    public static string? Find(string name) => EventWords.ResourceManager.GetString(name.Replace('-', '_'), CultureInfo.CurrentUICulture);

    public static IEnumerable<Choice> Choices(string group, IEnumerable<string> codes) => codes.Select(c => new Choice(c, Of(group, c)));

    /// <summary>A point of a way, such as Attend_benefit_states.</summary>
    public static string Point(string way, string kind, string point) => Find($"{char.ToUpperInvariant(way[0])}{way[1..]}_{kind}_{point}") ?? point;
}
