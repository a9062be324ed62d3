using System.Globalization;
using Microsoft.AspNetCore.Html;
using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Resources;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Readings;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.App.Shared;

/// <summary>A label as a page shows it: its name, and where there is one, the page or search behind it.</summary>
internal static class LabelLinks
{
    /// <summary>Characters of a target's wording that a list shows.</summary>
    private const int MaxTarget = 90;

    public static IHtmlContent Draw(string scheme, string value) => Address(scheme, value) is { } address
        ? new HtmlContentBuilder().AppendHtml("<a href=\"").Append(address).AppendHtml("\">").Append(Name(scheme, value)).AppendHtml("</a>")
        : new HtmlContentBuilder().Append(Name(scheme, value));

    public static string Name(string scheme, string value) => scheme switch
    {
        Tag.IssueScheme => Labels.Issue(value),
        Tag.ActionScheme => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var action) ? Labels.Action(action) : value,
        Tag.SdgScheme => Goal(value),
        Tag.ThemeScheme => TopicList.Themes.NameOf(value),
        Tag.PersonsScheme => TopicList.Persons.NameOf(value),
        _ => value,
    };

    /// <summary>"5 Gender equality", "16.3 Promote the rule of law …".</summary>
    private static string Goal(string number) => Sdg.NameOf(number) is not { } name ? number
        : Numbers.Fill(WordingWords.Goal, number, name.Length > MaxTarget ? name[..MaxTarget].TrimEnd() + "…" : name);

    private static string? Address(string scheme, string value) => scheme switch
    {
        Tag.IssueScheme => $"/issues/{value}",
        Tag.ActionScheme => SearchLink.To(("action", value)),
        Tag.SdgScheme when Goals.GoalOf(value) is { } goal => SearchLink.To(("sdg", goal.ToString(CultureInfo.InvariantCulture))),
        Tag.ThemeScheme when TopicList.Themes.Find(value) is { } theme => SearchLink.To(("theme", theme.Slug)),
        Tag.PersonsScheme when TopicList.Persons.Find(value) is { } persons => SearchLink.To(("person", persons.Slug)),
        _ => null,
    };
}
