using System.Globalization;
using Microsoft.AspNetCore.Html;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Drafting.Checking;
using OpenUpr.Drafting.Studio;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Studio;

/// <summary>Codes of documents in words.</summary>
internal static class StudioLabels
{
    /// <summary>The word of a code, such as Stage and writing; the code itself where there is none.</summary>
    public static string Of(string kind, string code) => Find($"{kind}_{code}") ?? code;

    public static string Kind(string kind) => Of("Kind", kind);

    /// <summary>A stage as shape, colour and word; the style sheet draws the shape.</summary>
    public static IHtmlContent Stage(string code) =>
        new HtmlContentBuilder().AppendHtml("<span class=\"stage ").Append(code).AppendHtml("\">").Append(Of("Stage", code)).AppendHtml("</span>");

    /// <summary>A language by its own name.</summary>
    public static string Language(string tag) => CultureInfo.GetCultureInfo(tag).NativeName;

    /// <summary>What a section is for, for who writes it; null where the outline has none.</summary>
    public static string? Hint(StudioDocument document, StudioSection section) => StudioOutlines.Of(document.Kind, document.Language).FirstOrDefault(o => o.Slot == section.Slot) is { } outline
        ? StudioTextWords.ResourceManager.GetString($"Hint_{outline.HintCode.Replace('-', '_')}", CultureInfo.CurrentUICulture) : null;

    public static string? Advice(string code) => StudioTextWords.ResourceManager.GetString($"Advice_{code.Replace('-', '_')}", CultureInfo.CurrentUICulture);

    /// <summary>The heading of a section, or what it is called where it has none.</summary>
    public static string Heading(StudioSection section) => section.Heading.Length > 0 ? section.Heading
        : section.Slot == SectionSlots.Free ? StudioWords.Section_NoHeading : Numbers.Fill(StudioWords.Section_Unheaded, Of("Slot", section.Slot));

    /// <summary>A step that was taken, in a sentence.</summary>
    public static string Step(StepRow row) => Numbers.Fill(
        row.Step is { Before: StudioDocument.Agreed, After: StudioDocument.Writing, Note: null } ? StudioWords.Step_TextChanged : row.Step.Reference is null ? StudioWords.Step_Taken : StudioWords.Step_TakenAs,
        Dates.Day(row.Step.On), CoalitionText.Name(row.Author), Of("Stage", row.Step.Before), Of("Stage", row.Step.After), row.Step.Reference);

    /// <summary>Words and their limit: "1,240 of 2,815 words".</summary>
    public static string Words(StudioReading reading) => reading.Limit is { } limit
        ? Numbers.Fill(StudioWords.Words_Of, Numbers.Count(reading.Words.Counted), Numbers.Count(limit.Value)) : Numbers.Fill(StudioWords.Words_Only, Numbers.Count(reading.Words.Counted));

    /// <summary>Words of one part; a language's "one word".</summary>
    public static string Words(int count) => count == 1 ? StudioWords.Words_One : Numbers.Fill(StudioWords.Words_Only, Numbers.Count(count));

    /// <summary>What is not counted, each with its number; empty for nothing.</summary>
    public static IReadOnlyList<string> Aside(WordTally words) =>
        [.. new[] { (StudioWords.Words_Cover, words.Cover), (StudioWords.Words_Notes, words.Notes), (StudioWords.Words_References, words.References), (StudioWords.Words_Annexes, words.Annexes + words.Matrix), (StudioWords.Words_Contents, words.Contents) }
            .Where(p => p.Item2 > 0).Select(p => Numbers.Fill(p.Item1, Numbers.Count(p.Item2)))];

    /// <summary>"2 min 10 s".</summary>
    public static string Time(TimeSpan time) => Numbers.Fill(StudioWords.Time, (int)time.TotalMinutes, time.Seconds);

    private static string? Find(string name) => StudioWords.ResourceManager.GetString(name.Replace('-', '_'), CultureInfo.CurrentUICulture);
}
