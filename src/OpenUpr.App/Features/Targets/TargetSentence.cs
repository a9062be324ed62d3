using Microsoft.AspNetCore.Html;
using OpenUpr.App.Shared;
using OpenUpr.Export.Docx;

namespace OpenUpr.App.Features.Targets;

/// <summary>Words in a sentence that may lead to the rows behind them.</summary>
/// <param name="Address">Inside the site; null for plain words.</param>
public readonly record struct Linked(string Words, string? Address = null)
{
    public static implicit operator Linked(string words) => new(words);

    public static Linked FromString(string words) => new(words);
}

/// <summary>A sentence of the resources with its values, of which the numbers are links: the same in a page, in a file and in plain text.</summary>
public sealed record TargetSentence(string Format, IReadOnlyList<Linked> Values)
{
    public static TargetSentence Of(string format, params Linked[] values) => new(format, values);

    public string Plain => Numbers.Fill(Format, [.. Values.Select(v => (object)v.Words)]);

    public IHtmlContent Html()
    {
        var html = new HtmlContentBuilder();
        foreach (var part in Parts())
        {
            if (part.Address is { } address)
            {
                html.AppendHtml("<a href=\"").Append(address).AppendHtml("\">").Append(part.Words).AppendHtml("</a>");
            }
            else
            {
                html.Append(part.Words);
            }
        }

        return html;
    }

    /// <param name="site">Where the site stands, such as "https://example.org"; null leaves the links out.</param>
    public DocxRun[] Runs(string? site) => [.. Parts().Select(p => new DocxRun(p.Words, Address: p.Address is { } address && site is not null ? site + address : null))];

    /// <summary>The sentence cut at its places. Resources use plain numbers in braces and nothing else.</summary>
    private IEnumerable<Linked> Parts()
    {
        var rest = Format;
        while (rest.IndexOf('{', StringComparison.Ordinal) is var open and >= 0)
        {
            var close = rest.IndexOf('}', open);
            if (open > 0)
            {
                yield return rest[..open];
            }

            yield return Values[int.Parse(rest.AsSpan(open + 1, close - open - 1), System.Globalization.CultureInfo.InvariantCulture)];
            rest = rest[(close + 1)..];
        }

        if (rest.Length > 0)
        {
            yield return rest;
        }
    }
}
