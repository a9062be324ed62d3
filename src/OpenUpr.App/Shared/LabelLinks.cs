using Microsoft.AspNetCore.Html;
using OpenUpr.App.Features.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.App.Shared;

/// <summary>A label as a page shows it: its name, and where there is one, the page or search behind it.</summary>
internal static class LabelLinks
{
    public static IHtmlContent Draw(string scheme, string value) => Address(scheme, value) is { } address
        ? new HtmlContentBuilder().AppendHtml("<a href=\"").Append(address).AppendHtml("\">").Append(Name(scheme, value)).AppendHtml("</a>")
        : new HtmlContentBuilder().Append(Name(scheme, value));

    public static string Name(string scheme, string value) => scheme switch
    {
        Tag.IssueScheme => Labels.Issue(value),
        Tag.ActionScheme => int.TryParse(value, out var action) ? Labels.Action(action) : value,
        _ => value,
    };

    private static string? Address(string scheme, string value) => scheme switch
    {
        Tag.IssueScheme => $"/issues/{value}",
        Tag.ActionScheme => SearchLink.To(("action", value)),
        _ => null,
    };
}
