using System.Globalization;
using Microsoft.AspNetCore.Html;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Drafting;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Drafting;

/// <summary>Codes of the drafting studio in words.</summary>
internal static class DraftingText
{
    /// <summary>The word of a code, such as State and for-cluster; the code itself where there is none.</summary>
    public static string Of(string kind, string code) => DraftingWords.ResourceManager.GetString($"{kind}_{code.Replace('-', '_')}", CultureInfo.CurrentUICulture) ?? code;

    /// <summary>A state as shape, colour and word; the style sheet draws the shape.</summary>
    public static IHtmlContent State(string code) =>
        new HtmlContentBuilder().AppendHtml("<span class=\"dstate ").Append(code).AppendHtml("\">").Append(Of("State", code)).AppendHtml("</span>");

    /// <summary>"Version 3, Noor Halim, 21 November 2026, 16:00 UTC".</summary>
    public static string Version(VersionRow row) => Numbers.Fill(DraftingWords.Version_By, row.Version.Number, CoalitionText.Name(row.Author), CoalitionText.Moment(row.Version.WrittenAt));

    /// <summary>A step that was taken, in a sentence.</summary>
    public static string Move(MoveRow row) => Numbers.Fill(
        row.Move.Why == DraftMove.TextChanged ? DraftingWords.Move_TextChanged : DraftingWords.Move_Step, CoalitionText.Name(row.Author), Of("State", row.Move.Before), Of("State", row.Move.After), row.Move.Number, CoalitionText.Moment(row.Move.At));

    /// <summary>Where a version comes from; null where nothing was said.</summary>
    public static string? Source(DraftVersion version) => (version.SourceKind, version.Source) switch
    {
        (null, null) => null,
        ({ } kind, null) => Of("Source", kind),
        (null, { } words) => words,
        ({ } kind, { } words) => Numbers.Fill(DraftingWords.Source_Is, Of("Source", kind), words),
    };

    /// <summary>The States that a version is for, by name; null for none.</summary>
    public static string? Targets(DraftVersion version, Labels labels) =>
        version.Targets.Length == 0 ? null : string.Join(", ", version.Targets.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(labels.State).Order(StringComparer.CurrentCulture));

    /// <summary>One side of a conflict, with the words marked that this side has otherwise than the others.</summary>
    public static IHtmlContent Side(ThreeWay text, Func<MergePart, string> words, params PartOf[] marked)
    {
        var html = new HtmlContentBuilder();
        foreach (var part in text.Parts.Where(p => words(p).Length > 0))
        {
            var isMarked = marked.Contains(part.Of);
            var (whole, bare) = (words(part), words(part).TrimEnd());
            html.AppendHtml(isMarked ? "<mark>" : "").Append(bare).AppendHtml(isMarked ? "</mark>" : "").Append(whole.Length > bare.Length ? whole[bare.Length..] : " ");
        }

        return html;
    }
}
