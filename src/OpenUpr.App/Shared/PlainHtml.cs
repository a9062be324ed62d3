using System.Net;
using System.Text;
using Microsoft.AspNetCore.Html;
using OpenUpr.Export.Docx;

namespace OpenUpr.App.Shared;

/// <summary>A text as people type it (<see cref="PlainText"/>) as parts of a page, so that it looks as it will in Word.</summary>
public static class PlainHtml
{
    /// <param name="level">Of its first headings: 3 below a heading of the second level.</param>
    public static IHtmlContent Of(string text, int level)
    {
        var html = new StringBuilder();
        var inList = false;
        foreach (var (mark, words) in PlainText.Blocks(text))
        {
            var isItem = mark == "- ";
            html.Append((inList, isItem) switch { (false, true) => "<ul>", (true, false) => "</ul>", _ => "" });
            inList = isItem;
            var tag = mark switch { "# " => $"h{level}", "## " => $"h{level + 1}", "- " => "li", "> " => "blockquote", _ => "p" };
            html.Append('<').Append(tag).Append('>').Append(WebUtility.HtmlEncode(words).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</").Append(tag).Append('>');
        }

        return new HtmlString(html.Append(inList ? "</ul>" : "").ToString());
    }
}
